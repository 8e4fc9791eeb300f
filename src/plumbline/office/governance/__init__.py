"""Decisions about projects under their standard: rules set aside for a time."""
