"""How far reports lay from the evidence, month by month, and period by period of one project.

Each published report keeps both sides as they were, so the past is read and never worked out again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Sum, Value, When

from plumbline.engine.divergence import Colour, divergence
from plumbline.office.assurance.models import Status
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import ReportedStatus
from plumbline.office.status.queries.divergence import Filters

MONTHS = 12
PERIODS = 24


@dataclass(slots=True)
class Month:
    """``first`` is its first day. Of the dimensions reported in it whose evidence was known."""

    first: date
    count: int = 0
    steps: int = 0
    green: int = 0
    watermelons: int = 0

    @property
    def mean(self) -> float | None:
        return self.steps / self.count if self.count else None

    @property
    def rate(self) -> float | None:
        """Watermelons in percent of what was reported green."""
        return 100.0 * self.watermelons / self.green if self.green else None


@dataclass(slots=True)
class Past:
    """One dimension of a project through its last reports, oldest first."""

    dimension: str
    title: str
    days: list[date] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def rows(self) -> list[tuple[date, str, str, int | None]]:
        """Day, reported, evidence and divergence, latest first."""
        found = zip(self.days, self.reported, self.evidence, strict=True)
        return [
            (day, said, seen, divergence(Colour.known(said), Colour.known(seen)))
            for day, said, seen in reversed([*found])
        ]


def over_time(organisation: Organisation, filters: Filters) -> list[Month]:
    """The last twelve months, oldest first; one query, one row for each day on which something was reported."""
    months = _months_until(today(organisation))
    found = ReportedStatus.objects.filter(
        report__project__organisation=organisation,
        report__project__archived_at=None,
        report__line=None,
        report__as_of__gte=months[0],
        **{f"report__project__{name}": value for name, value in filters.places.items()},
    ).exclude(evidence=Status.UNKNOWN)
    if filters.dimension:
        found = found.filter(dimension=filters.dimension)
    by_month = {each: Month(each) for each in months}
    for day, count, steps, green, melons in _by_day(found):
        if month := by_month.get(day.replace(day=1)):
            month.count += count
            month.steps += steps
            month.green += green
            month.watermelons += melons
    return list(by_month.values())


def history_of_divergence(project: Project) -> list[Past]:
    """By dimension, of the last reports of the project as a whole; one query."""
    found = (
        ReportedStatus.objects.filter(report__project=project, report__line=None)
        .order_by("-report__as_of", "-report__published_at", "id")
        .values_list("dimension", "title", "report__as_of", "reported", "evidence")
    )
    pasts: dict[str, Past] = {}
    for dimension, title, day, reported, evidence in found[: PERIODS * 20]:
        past = pasts.setdefault(dimension, Past(dimension, title))
        if day not in past.days and len(past.days) < PERIODS:
            past.days.insert(0, day)
            past.reported.insert(0, reported)
            past.evidence.insert(0, evidence)
    return list(pasts.values())


def _by_day(rows: Any) -> Any:
    """Grouped by day and not by month: cutting dates is slow where the database cannot do it by itself."""
    return (
        rows.order_by()
        .values_list("report__as_of")
        .annotate(
            count=Count("pk"),
            steps=Sum(_steps("evidence") - _steps("reported")),
            green=Count("pk", filter=Q(reported=Status.GREEN)),
            melons=Count("pk", filter=Q(reported=Status.GREEN, evidence=Status.RED)),
        )
        .order_by(F("report__as_of"))
    )


def _steps(column: str) -> Case:
    whens = (When(**{column: each}, then=Value(place)) for place, each in enumerate((Status.GREEN, Status.AMBER)))
    return Case(*whens, default=Value(2), output_field=IntegerField())


def _months_until(day: date) -> list[date]:
    last = day.year * 12 + day.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(last - MONTHS + 1, last + 1)]
