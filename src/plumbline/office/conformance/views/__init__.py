"""The pages of conformance, practice and audits."""
