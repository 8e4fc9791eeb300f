"""Measurements against a yardstick, side by side on the same machine."""
