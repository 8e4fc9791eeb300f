"""What was done, set against what was promised."""
