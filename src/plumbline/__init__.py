"""Plumbline: the system a Project Management Office works in."""

__version__ = "0.1.0"
