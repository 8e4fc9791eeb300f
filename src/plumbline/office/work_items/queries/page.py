"""The work of a project by deliverable: what has started, what has ended, what without agreed criteria."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Min, Q, QuerySet

from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.projects.models import Project
from plumbline.office.work_items.models import Category, WorkItem

DAY = 86_400


@dataclass(frozen=True)
class Work:
    """The items of one deliverable, or of none; ``cycle`` is the median of days from start to end."""

    deliverable: Deliverable | None
    todo: int
    in_progress: int
    done: int
    started_on: date | None
    ended_on: date | None
    is_approximate: bool
    criteria: int
    agreed: int
    agreed_late: int
    cycle: float | None

    @property
    def items(self) -> int:
        return self.todo + self.in_progress + self.done

    @property
    def status(self) -> str:
        """green: every criterion was agreed; amber: some, or only after work had begun; red: begun without any."""
        if self.deliverable is None:
            return ""
        if not self.started_on:
            return "green" if self.criteria and self.agreed == self.criteria else ""
        if not self.agreed:
            return "red"
        return "green" if self.agreed == self.criteria and not self.agreed_late else "amber"

    @property
    def says(self) -> str:
        if self.deliverable is None:
            return ""
        if not self.criteria:
            return "no criteria"
        told = f"{self.agreed} of {self.criteria} agreed"
        return f"{told}, {self.agreed_late} after work began" if self.agreed_late else told


@dataclass(frozen=True)
class Page:
    """``works``: those that began without agreement first; what belongs to no deliverable last."""

    works: tuple[Work, ...]
    cycle: float | None
    cycles: int

    @property
    def items(self) -> int:
        return sum(each.items for each in self.works)

    @property
    def started(self) -> int:
        return sum(each.in_progress + each.done for each in self.works)

    @property
    def ended(self) -> int:
        return sum(each.done for each in self.works)

    @property
    def untied(self) -> int:
        return sum(each.items for each in self.works if each.deliverable is None)

    @property
    def without_agreement(self) -> int:
        return sum(each.status == "red" for each in self.works)


def work_of(project: Project) -> Page:
    """Four queries, whatever the number of items."""
    zone = ZoneInfo(project.organisation.time_zone)
    counted = {each["deliverable_id"]: each for each in _counted(project)}
    cycles = _cycles(project)
    criteria = _criteria(project)
    deliverables = {each.pk: each for each in Deliverable.objects.filter(project=project)}
    shown = [each.pk for each in deliverables.values() if each.dropped_at is None or each.pk in counted]
    works = [
        _work(deliverables[pk], counted.get(pk, {}), criteria.get(pk, []), cycles.get(pk, []), zone) for pk in shown
    ]
    if None in counted:
        works.append(_work(None, counted[None], [], cycles.get(None, []), zone))
    works.sort(key=lambda each: (each.deliverable is None, {"red": 0, "amber": 1}.get(each.status, 2)))
    every = [each for found in cycles.values() for each in found]
    return Page(tuple(works), _median(every), len(every))


def items_of(project: Project) -> QuerySet[WorkItem]:
    """By deliverable and key, with what a line of a table needs."""
    found = WorkItem.objects.filter(project=project).select_related("connector", "deliverable")
    return found.order_by("deliverable__number", "connector", "key")


def _counted(project: Project) -> Any:
    return (
        WorkItem.objects.filter(project=project)
        .values("deliverable_id")
        .annotate(
            **{each.value: Count("pk", filter=Q(category=each)) for each in Category},
            first=Min("started_at"),
            last=Max("ended_at"),
            about=Count("pk", filter=Q(start_is_approximate=True)),
        )
        .order_by()
    )


def _cycles(project: Project) -> dict[int | None, list[float]]:
    """Days from start to end of what is done and whose two moments are known, by deliverable."""
    known = WorkItem.objects.filter(
        project=project, category=Category.DONE, start_is_approximate=False, end_is_approximate=False
    )
    rows = known.filter(started_at__isnull=False, ended_at__isnull=False)
    found: dict[int | None, list[float]] = {}
    for deliverable, started, ended in rows.values_list("deliverable_id", "started_at", "ended_at"):
        if started and ended:
            found.setdefault(deliverable, []).append((ended - started).total_seconds() / DAY)
    return found


def _criteria(project: Project) -> dict[int, list[datetime | None]]:
    found: dict[int, list[datetime | None]] = {}
    rows = Criterion.objects.filter(project=project, withdrawn_at=None)
    for deliverable, agreed in rows.values_list("deliverable_id", "agreed_at"):
        found.setdefault(deliverable, []).append(agreed)
    return found


def _work(
    deliverable: Deliverable | None,
    counted: dict[str, Any],
    criteria: list[datetime | None],
    cycles: list[float],
    zone: ZoneInfo,
) -> Work:
    first = counted.get("first")
    agreed = [each for each in criteria if each]
    todo, in_progress, done = (counted.get(each.value, 0) for each in Category)
    ended = counted.get("last") if done and not (todo or in_progress) else None
    return Work(
        deliverable,
        todo,
        in_progress,
        done,
        first.astimezone(zone).date() if first else None,
        ended.astimezone(zone).date() if ended else None,
        bool(counted.get("about")),
        len(criteria),
        len(agreed),
        sum(each > first for each in agreed) if first else 0,
        _median(cycles),
    )


def _median(days: list[float]) -> float | None:
    return round(median(days), 1) if days else None
