"""The inbox of each person, and the digest by mail."""
