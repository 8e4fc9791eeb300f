"""What happens to an upload."""
