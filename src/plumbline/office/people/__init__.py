"""Organisations, their units, the persons in them and what each may do."""
