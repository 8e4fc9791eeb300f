"""The pages of conformance."""
