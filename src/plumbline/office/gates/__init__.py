"""Where a project stands in its life cycle: checklists, gate reviews, decisions and their conditions."""
