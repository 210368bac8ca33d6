"""Claims: who says what about a topic, and where it was printed."""
