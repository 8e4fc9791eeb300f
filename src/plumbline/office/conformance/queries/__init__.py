"""Questions about audits."""
