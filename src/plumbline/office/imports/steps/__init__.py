"""What the worker does with an upload, step by step."""
