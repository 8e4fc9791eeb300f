"""Work on standards."""
