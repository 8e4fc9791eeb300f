"""Pages about the status of projects."""
