"""Dates that hold a plan against its own logic."""
