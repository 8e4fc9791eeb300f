"""Whether those who can help or hinder the project are known, and kept in touch with."""
