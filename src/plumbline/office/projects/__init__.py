"""Portfolios, programmes and projects, and every version of every plan."""
