"""Policies, procedures and guidelines of an organisation: written, reviewed, acknowledged by those they concern."""
