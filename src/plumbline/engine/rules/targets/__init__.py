"""What was promised, and whether it can be kept."""
