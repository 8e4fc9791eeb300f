"""Which findings came again and again in the plans of one person, and are there still."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

OFTEN = 2
"""Plans in which a finding has to be before a lesson is proposed."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One plan of the person, by its project."""

    project: int
    at: datetime
    failed: Sequence[str]


@dataclass(frozen=True, slots=True)
class Repeated:
    rule: str
    plans: int
    projects: int


def repeated(plans: Iterable[Judged], counts_after: Callable[[str], datetime | None]) -> list[Repeated]:
    """Rules that failed in two plans or more, and in the latest plan of a project among them; the most frequent first.

    ``counts_after`` says for a rule from when on its findings count: none where they all do.
    """
    latest: dict[int, Judged] = {}
    failures: dict[str, list[Judged]] = {}
    for each in sorted(plans, key=lambda plan: plan.at):
        latest[each.project] = each
        for rule in each.failed:
            since = counts_after(rule)
            if since is None or each.at > since:
                failures.setdefault(rule, []).append(each)
    found = [
        Repeated(rule, len(those), len({each.project for each in those}))
        for rule, those in failures.items()
        if len(those) >= OFTEN and any(latest[each.project] is each for each in those)
    ]
    return sorted(found, key=lambda each: (-each.plans, -each.projects, each.rule))
