"""How likely dates and costs of projects are, what others of their kind came to, and what was promised about them."""
