"""Counting, and auditing."""

from plumbline.office.conformance.actions.measuring import count_project, due_projects, measure_day

__all__ = ["count_project", "due_projects", "measure_day"]
