"""Risks, issues, changes, decisions, actions, assumptions, dependencies and lessons learned."""
