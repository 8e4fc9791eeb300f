"""What is done about deliverables, their criteria, and their acceptance."""
