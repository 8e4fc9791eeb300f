"""The office's daily desk: what is due, its rhythm, and the week of its staff."""
