"""Iterations as they stand now, and the page about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from plumbline.engine.burn_up import LEAST, BurnUp, Iteration, burn_up
from plumbline.office.iterations.models import BurnUpStanding, IterationRecord
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Row:
    record: IterationRecord
    total: float
    was: int
    """How often it was recorded before."""


@dataclass(frozen=True, slots=True)
class Chance:
    chance: int
    iterations: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class BurnUpPage:
    """``rows`` oldest first; ``chances`` empty where there is too little to go by."""

    rows: list[Row]
    found: BurnUp
    chances: list[Chance]
    never: int
    basis: int

    @property
    def kept_words(self) -> str:
        return "" if self.found.kept is None else f"{round(self.found.kept * 100)} %"

    @property
    def pace(self) -> float | None:
        last = self.found.iterations[-3:]
        return sum(each.accepted for each in last) / len(last) if last else None

    @property
    def missing(self) -> int:
        """How many more have to be recorded before anything is forecast."""
        return max(0, LEAST - len(self.rows))

    @property
    def scope(self) -> float:
        return self.found.iterations[-1].scope if self.found.iterations else 0.0


def iterations_of(project: Project) -> list[IterationRecord]:
    """As known now, in order; one query. Removed ones are not among them."""
    newest: dict[int, IterationRecord] = {}
    for each in IterationRecord.objects.filter(project=project).select_related("by"):
        newest[each.number] = each
    return [each for _, each in sorted(newest.items()) if not each.removed]


def iteration(project: Project, number: int) -> IterationRecord:
    """404 where there is none, or it was removed."""
    found = next((each for each in iterations_of(project) if each.number == number), None)
    if found is None:
        raise Http404
    found.project = project
    return found


def history_of(project: Project, number: int) -> list[IterationRecord]:
    return list(
        IterationRecord.objects.filter(project=project, number=number).select_related("by").order_by("-at", "-id")
    )


def as_facts(records: Iterable[IterationRecord]) -> list[Iteration]:
    return [
        Iteration(
            each.ends_on, float(each.scope), float(each.accepted), None if each.planned is None else float(each.planned)
        )
        for each in records
    ]


def burn_up_page(project: Project) -> BurnUpPage:
    records = list(IterationRecord.objects.filter(project=project).select_related("by"))
    newest = {each.number: each for each in records}
    times: dict[int, int] = {}
    for each in records:
        times[each.number] = times.get(each.number, -1) + 1
    standing = [each for _, each in sorted(newest.items()) if not each.removed]
    found = burn_up(as_facts(standing))
    kept = BurnUpStanding.objects.filter(project=project).values_list("forecast", flat=True).first() or {}
    return BurnUpPage(
        rows=[Row(each, total, times[each.number]) for each, total in zip(standing, found.accepted, strict=True)],
        found=found,
        chances=[
            Chance(each["chance"], each["iterations"], date.fromisoformat(each["day"]) if each["day"] else None)
            for each in kept.get("chances", [])
        ],
        never=round(kept.get("never", 0) * 100),
        basis=kept.get("basis", 0),
    )


def lines(page: BurnUpPage) -> Iterator[list[Any]]:
    yield ["Iteration", "Ended", "Scope", "Planned", "Accepted", "Accepted in all", "Left", "Note"]
    for row in page.rows:
        each = row.record
        left = float(each.scope) - row.total
        yield [each.number, each.ends_on, each.scope, each.planned, each.accepted, row.total, left, each.note]
