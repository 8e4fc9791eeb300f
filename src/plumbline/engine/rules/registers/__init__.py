"""What a project keeps track of: whether somebody looks after it."""
