"""Pages about deliverables, their criteria, and their acceptance."""
