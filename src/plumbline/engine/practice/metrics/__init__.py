"""One file calculates one number about how projects are managed."""
