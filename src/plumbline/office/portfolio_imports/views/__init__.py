"""Pages about imports and about the trends they brought."""
