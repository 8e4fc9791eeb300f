"""Who can help or hinder a project, how each stands to it, and what is communicated to whom."""
