"""The boards: pictures of all projects that each answer one question. One file is one board."""
