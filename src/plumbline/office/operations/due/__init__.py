"""Kinds of due things, a file each."""
