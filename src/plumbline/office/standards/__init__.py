"""The standards an organisation has published, and the one in force."""
