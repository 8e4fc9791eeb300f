"""One file, one kind of edit, named after what a person does."""
