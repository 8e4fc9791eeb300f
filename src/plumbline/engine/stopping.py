"""How long work in the engine is told to stop."""


class Stopped(Exception):
    """Work was given up because its ``going_on`` said so; nothing of it is left."""
