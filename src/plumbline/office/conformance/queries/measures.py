"""What was counted, for the pages. Nothing here counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.conformance import PARTS, SMALL_GROUP
from plumbline.engine.practice.found import practice_metrics
from plumbline.engine.practice.practice_metric import FEW, PracticeMetric
from plumbline.office.conformance.gather import OUTCOMES
from plumbline.office.conformance.models import GroupConformance, PracticeReading, ProjectConformance
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

DAYS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class PartShown:
    title: str
    kept: float
    asked: float
    unjudged: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return 100.0 * self.kept / self.asked


@dataclass(frozen=True, slots=True)
class MetricShown:
    """``past`` are the values day by day, the last one today's."""

    name: str
    about: PracticeMetric
    reading: PracticeReading
    past: list[float | None]

    @property
    def is_few(self) -> bool:
        return bool(self.reading.denominator is not None and self.reading.denominator < FEW)

    @property
    def good_way(self) -> str:
        return {Better.HIGHER: "higher is better", Better.LOWER: "lower is better"}.get(self.about.better, "")


@dataclass(frozen=True, slots=True)
class GroupShown:
    """``missing`` are the titles of the parts that its score does not rest on."""

    now: GroupConformance
    past: list[float | None]

    @property
    def parts(self) -> list[PartShown]:
        return parts_of(self.now.parts)

    @property
    def missing(self) -> list[str]:
        return [title for name, title in PARTS.items() if name not in self.now.parts]

    @property
    def is_small(self) -> bool:
        return self.now.projects < SMALL_GROUP


@dataclass(frozen=True, slots=True)
class Overview:
    """``day`` is ``None`` where nothing was counted yet. ``silent`` are metrics that say nothing, with the reason."""

    day: date | None
    whole: GroupShown | None = None
    groups: dict[str, list[GroupShown]] = field(default_factory=dict)
    metrics: list[MetricShown] = field(default_factory=list)
    silent: list[MetricShown] = field(default_factory=list)


def overview(organisation: Organisation, *, manager: int | None) -> Overview:
    """With ``manager``, of the managers only that one; four queries however many there are."""
    days = list(
        PracticeReading.objects.filter(organisation=organisation)
        .order_by("-day")
        .values_list("day", flat=True)
        .distinct()[:DAYS_SHOWN]
    )
    if not days:
        return Overview(None)
    groups = _groups(organisation, days, manager)
    shown = metrics_of(organisation, days)
    return Overview(
        day=days[0],
        whole=next(iter(groups.pop(GroupConformance.Kind.ORGANISATION.value, [])), None),
        groups=groups,
        metrics=[each for each in shown if each.reading.value is not None],
        silent=[each for each in shown if each.reading.value is None],
    )


def metrics_of(organisation: Organisation, days: list[date], name: str = "") -> list[MetricShown]:
    """In the order of their ids, without the lists behind them unless one is named."""
    rows = PracticeReading.objects.filter(organisation=organisation, day__in=days)
    rows = rows.filter(metric=name) if name else rows.defer("items")
    by_metric: dict[str, dict[date, PracticeReading]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, {})[row.day] = row
    found = []
    for each in practice_metrics():
        kept = by_metric.get(each.name, {})
        if days[0] in kept:
            past = [kept[day].value if day in kept else None for day in reversed(days)]
            found.append(MetricShown(each.name, each.metric, kept[days[0]], past))
    return found


def metric(organisation: Organisation, name: str) -> MetricShown:
    """404 for one that there is not, or that was never counted."""
    days = list(
        PracticeReading.objects.filter(organisation=organisation, metric=name)
        .order_by("-day")
        .values_list("day", flat=True)[:DAYS_SHOWN]
    )
    found = metrics_of(organisation, days, name) if days else []
    if not found:
        raise Http404
    return found[0]


def readings_of(shown: MetricShown) -> QuerySet[PracticeReading]:
    """Every day of one metric, the last first."""
    found = PracticeReading.objects.filter(organisation=shown.reading.organisation_id, metric=shown.name)
    return found.defer("items").order_by("-day")[:DAYS_SHOWN]


def projects_counted(organisation: Organisation) -> QuerySet[ProjectConformance]:
    """By name: an order by score would be a ranking."""
    found = ProjectConformance.objects.filter(project__organisation=organisation, project__archived_at=None)
    return found.select_related("project__manager", "project__portfolio").defer("items").order_by("project__name")


def of_project(project: Project) -> ProjectConformance | None:
    return ProjectConformance.objects.filter(project=project).first()


def parts_of(parts: dict[str, list[float]], items: dict[str, list[dict[str, Any]]] | None = None) -> list[PartShown]:
    return [
        PartShown(title, parts[name][0], parts[name][1], int(parts[name][2]), (items or {}).get(name, []))
        for name, title in PARTS.items()
        if name in parts
    ]


def associations(organisation: Organisation) -> list[tuple[str, PracticeReading]]:
    """The latest of each outcome, with the outcome's title."""
    found = []
    for outcome, title in OUTCOMES.items():
        rows = PracticeReading.objects.filter(organisation=organisation, metric=f"pays_{outcome}")
        if latest := rows.order_by("-day").first():
            found.append((title, latest))
    return found


def _groups(organisation: Organisation, days: list[date], manager: int | None) -> dict[str, list[GroupShown]]:
    rows = GroupConformance.objects.filter(organisation=organisation, day__in=days).order_by("name", "day")
    past: dict[tuple[str, int], dict[date, GroupConformance]] = {}
    for each in rows:
        past.setdefault((each.kind, each.key), {})[each.day] = each
    groups: dict[str, list[GroupShown]] = {}
    for (kind, key), kept in past.items():
        hidden = kind == GroupConformance.Kind.MANAGER and manager is not None and key != manager
        if days[0] in kept and not hidden:
            scores = [kept[day].score if day in kept else None for day in reversed(days)]
            groups.setdefault(kind, []).append(GroupShown(kept[days[0]], scores))
    return groups


def lines_of(items: Iterable[dict[str, Any]]) -> list[list[Any]]:
    """The list behind a number as a table."""
    words = {True: "counts for it", False: "counts against it"}
    return [[each["project"], each["what"], words[each["counts"]], each["detail"]] for each in items]
