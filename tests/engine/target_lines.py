"""Commitments of a case, as its file tells them.

targets:
  - {key: T-1, committed: 2026-09-30, expected: 2026-09-01, buffer: 21, chance: 0.9}
  - {key: T-2, kind: budget, committed: 1000, expected: 900, buffer: 100, kept: 0.7}   # of the projects of its class
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.reference_classes import Chance
from plumbline.engine.targets import Kind, OutsideView, Simulated, Target, TargetFacts


def targets_of(content: dict[str, Any]) -> TargetFacts | None:
    told = content.get("targets")
    return None if told is None else TargetFacts(tuple(_target(each) for each in told))


def _target(line: dict[str, Any]) -> Target:
    committed = line["committed"]
    chance, kept = line.get("chance"), line.get("kept")
    return Target(
        key=line["key"],
        name=line.get("name", "Opening"),
        kind=Kind(line.get("kind", "finish")),
        committed=committed,
        expected=line.get("expected"),
        reached=line.get("reached"),
        buffer=line.get("buffer"),
        simulated=None if chance is None else Simulated(committed, committed, chance),
        outside=None if kept is None else OutsideView("12 depots", Chance(kept, kept)),
    )
