"""One file, one report: it offers itself as ``REPORT``."""
