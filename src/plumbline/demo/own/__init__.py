"""What Plumbline asks of itself, and what its tests said of that when they ran last.

``features.json`` has a line for each feature of ``tests/acceptance``: its text, the revision and day of its last run,
and what pytest-bdd reported of that. ``bin/record`` writes it from real runs, and nothing else does.
"""

from plumbline.demo.own.record import Feature, Record, Run, recorded

__all__ = ["Feature", "Record", "Run", "recorded"]
