"""What the pages ask about imports, and about what they brought."""
