"""Deeds about audits."""
