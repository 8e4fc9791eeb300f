"""A wait longer than the work: something is done in it."""

from plumbline.engine.editing.link_mends import of_waits as mends

__all__ = ["mends"]
