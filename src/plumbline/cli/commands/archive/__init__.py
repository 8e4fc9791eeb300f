"""Bring an organisation back from its archive."""
