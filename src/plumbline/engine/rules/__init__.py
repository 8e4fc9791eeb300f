"""One file, one rule, named after the defect it finds; a folder per family."""
