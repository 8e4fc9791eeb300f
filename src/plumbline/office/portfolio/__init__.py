"""The picture of all projects."""
