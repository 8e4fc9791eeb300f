"""How long the pieces of a plan are."""
