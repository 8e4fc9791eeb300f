"""What can be done about the status of projects."""
