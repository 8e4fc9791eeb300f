"""Earned value of projects: what was planned, what is done, what it cost, and what follows from it."""
