"""A small standard that is right in every way, to be spoilt by the tests."""

from __future__ import annotations

STANDARD = """\
schema_version: 1
name: ours
title: Our projects
version: 1.0.0
summary: A small standard.
owner: The PMO manager.
dimensions:
  schedule:
    title: Schedule
    question: Will we finish in time?
  resources:
    title: Resources
    question: Is somebody there to do it?
cadences:
  plan_update:
    days: 30
    why: Plans are updated once a month.
"""

RULES = """\
rules:
  missing_logic:
    dimension: schedule
    limit: 5
    severity: major
  critical_path_length_index:
    dimension: schedule
  missing_resources:
    dimension: resources
"""

HEALTH = """\
dimensions:
  schedule:
    why: The owner's choice.
    indicators:
      - metric: finish_slip_days
        amber: 5
        red: 20
      - rule: missing_logic
        amber: 5
        red: 25
        required: false
      - rule: critical_path_length_index
        amber: 0.95
        red: 0.85
        required: false
  resources:
    why: The owner's choice.
    required: false
    indicators:
      - rule: missing_resources
        amber: 10
        red: 33
"""

GUIDANCE = "# The rule\n\n## Why it matters\n\nBecause.\n\n## How to mend\n\n1. Mend it.\n" + "Word. " * 60


def small_standard(**replaced: str) -> dict[str, bytes]:
    """Its files; ``standard``, ``rules`` and ``health`` replace the text of that file."""
    texts = {"standard": STANDARD, "rules": RULES, "health": HEALTH} | replaced
    files = {f"{name}.yaml": text.encode() for name, text in texts.items()}
    for rule in ("missing_logic", "critical_path_length_index", "missing_resources"):
        files[f"guidance/{rule}.md"] = GUIDANCE.encode()
    return files
