"""One file, one way to begin a plan."""
