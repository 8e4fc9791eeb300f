"""Runs the web pages and a worker as processes of their own, and looks after them."""
