"""Plans of the demo world as files that planning tools write."""
