"""The plan of a draft as the browser shows it: rows, head, and what one edit changed."""
