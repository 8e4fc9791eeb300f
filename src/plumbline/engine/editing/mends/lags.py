"""Waiting that nobody sees: make it a row."""

from plumbline.engine.editing.link_mends import of_waits as mends

__all__ = ["mends"]
