"""Questions about deliverables, their criteria, and what was accepted."""
