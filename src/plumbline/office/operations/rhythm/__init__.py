"""Kinds of dated things in the calendar, a file each."""
