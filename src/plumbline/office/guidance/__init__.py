"""What the standard says at the place where somebody works."""
