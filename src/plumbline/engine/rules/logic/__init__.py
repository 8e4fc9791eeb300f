"""How the activities of a plan are tied together."""
