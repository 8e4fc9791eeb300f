"""A whole portfolio from a table: column maps, dry run, errors row by row."""
