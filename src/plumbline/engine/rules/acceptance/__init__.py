"""What was agreed before work began, and what shows that it is so."""
