"""What a release would go out without, or with and should not: none of it stops a release."""
