"""The documents that a project keeps under its standard, in versions."""
