"""Signals: concerns, ideas, praise and complaints, each with an owner and a guaranteed answer."""
