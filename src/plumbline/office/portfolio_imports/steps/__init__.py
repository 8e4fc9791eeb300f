"""What the worker does with a file, step by step."""
