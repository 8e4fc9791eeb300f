"""Ideas and requests on their way to a project."""
