"""What people fill in about entries."""
