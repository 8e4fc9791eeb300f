"""Several organisations: what an office may do and see in the organisations it works for."""
