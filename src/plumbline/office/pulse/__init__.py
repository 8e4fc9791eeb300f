"""The pulse: one to three short anonymous questions to teams, in rounds, and what may be shown of the answers."""
