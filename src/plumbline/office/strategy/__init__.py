"""Objectives, and which projects are for them."""
