"""The tree of objectives as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.office.strategy.queries import Node

STATUSES = ("red", "amber", "green", "unknown")


def lines_of(tree: Iterable[Node]) -> Iterator[list[Any]]:
    yield [
        "Level", "Objective", "Owner", "Measure", "Unit", "Began at", "Now", "Measured on", "Target", "By",
        "% of the way", "Projects", *(each.title() for each in STATUSES),
    ]  # fmt: skip
    for node in tree:
        objective, last = node.objective, node.course.last
        yield [
            node.depth + 1,
            objective.name,
            objective.owner.name if objective.owner else "",
            objective.measure,
            objective.unit,
            objective.baseline,
            last.value if last else None,
            last.on if last else None,
            objective.target,
            objective.target_on,
            node.course.share,
            node.health.total,
            *(node.health.counts[each] for each in STATUSES),
        ]
