"""What becomes of a file of results: its rows, what each test said last, and how criteria stand by that."""
