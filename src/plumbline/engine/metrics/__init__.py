"""One file, one number."""
