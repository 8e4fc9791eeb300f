"""What is done in projects of one kind. One module, one kind; the form is explained in ``plans.outline``."""
