"""What projects are worth: benefits, what they hang on, what was measured, and what came of it after the project."""
