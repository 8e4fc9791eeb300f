"""Entries from a table that people hand in: which column means what, and row by row what would be added."""
