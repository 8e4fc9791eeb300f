"""How well standards are followed, by project, manager, unit and portfolio; audits; and whether it pays."""
