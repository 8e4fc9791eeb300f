"""The dates by which a project can be steered from outside."""
