"""What reports have in common: gathered from the office, given as parts of a document."""
