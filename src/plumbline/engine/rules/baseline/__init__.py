"""Whether there is a promise, and whether it stands."""
