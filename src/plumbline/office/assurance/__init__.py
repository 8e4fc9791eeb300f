"""Gathers the facts of a project, asks the engine, keeps what it answered."""
