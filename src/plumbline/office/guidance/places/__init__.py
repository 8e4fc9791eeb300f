"""One file is one place where work is done: ``PLACE`` says which topics it is about. Nothing is registered."""
