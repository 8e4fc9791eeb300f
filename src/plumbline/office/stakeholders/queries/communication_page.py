"""The communication plan of one project: what is due, what was held, and how much of it in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import Http404

from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Communication, Occurrence
from plumbline.office.stakeholders.rhythm import due_by

SHOWN = 30
HEADING = (
    "Number", "Audience", "Purpose", "Content", "Channel", "Every days", "Tolerance", "Owner", "Due", "Due so far",
    "Held in time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A planned communication with how often it was due so far, and how often it was held in time."""

    communication: Communication
    today: date
    due: int
    kept: int

    @property
    def is_late(self) -> bool:
        return self.communication.late_after < self.today

    @property
    def is_due(self) -> bool:
        return self.communication.due_on <= self.today

    @property
    def adherence(self) -> int | None:
        """Per cent; ``None`` before anything was due."""
        return _percent(self.kept, self.due)


@dataclass(frozen=True, slots=True)
class CommunicationPage:
    lines: list[Line]
    held: list[Occurrence]

    @property
    def due(self) -> int:
        return sum(each.due for each in self.lines)

    @property
    def kept(self) -> int:
        return sum(each.kept for each in self.lines)

    @property
    def adherence(self) -> int | None:
        return _percent(self.kept, self.due)

    @property
    def late(self) -> list[Line]:
        return [each for each in self.lines if each.is_late]


def communication(project: Project, communication_id: int) -> Communication:
    """404 for one of another project, and for one that was taken out of the plan."""
    found = Communication.objects.filter(project=project, pk=communication_id, ended_at=None)
    one = found.select_related("project__organisation", "owner").first()
    if one is None:
        raise Http404
    return one


def communication_page(project: Project) -> CommunicationPage:
    """What was due is what was held or missed, and what is late now."""
    day = today(project.organisation)
    counted = (
        Communication.objects.filter(project=project, ended_at=None)
        .select_related("owner")
        .annotate(past=Count("occurrences"), kept=Count("occurrences", filter=Q(occurrences__in_time=True)))
        .order_by("due_on", "number")
    )
    held = Occurrence.objects.filter(communication__project=project).select_related("communication", "by")
    return CommunicationPage(
        lines=[Line(each, day, each.past + _waiting(each, day), each.kept) for each in counted],
        held=list(held.order_by("-due_on", "-id")[:SHOWN]),
    )


def communication_lines(page: CommunicationPage) -> Iterator[tuple[Any, ...]]:
    """As a table file."""
    yield HEADING
    for line in page.lines:
        each = line.communication
        yield (
            each.reference, each.audience, each.purpose, each.content, each.get_channel_display(), each.every_days,
            each.tolerance_days, each.owner.name if each.owner else "", each.due_on, line.due, line.kept,
        )  # fmt: skip


def _waiting(communication: Communication, day: date) -> int:
    return due_by(communication.due_on, communication.every_days, communication.tolerance_days, day)


def _percent(part: int, whole: int) -> int | None:
    return part * 100 // whole if whole else None
