"""Files handed in: received, read, previewed, confirmed, recorded."""
