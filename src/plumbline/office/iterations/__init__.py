"""Scope and what is accepted of it, iteration by iteration: burn-up, pace, and when all of it will be accepted."""
