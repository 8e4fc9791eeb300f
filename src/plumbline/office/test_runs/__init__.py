"""Runs of tests, and what they say about acceptance criteria."""
