"""Each module is a command of its own name, each package a group of commands."""
