"""The translation desk: what each language lacks, and source beside target for who mends that."""
