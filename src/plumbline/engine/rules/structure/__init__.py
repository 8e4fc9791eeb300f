"""Whether the lines of a plan are whole, named and in their place."""
