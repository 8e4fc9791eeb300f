"""Whether what the project is for is promised by somebody, hangs together, is measured, and will come."""
