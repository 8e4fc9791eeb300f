"""The desk of the office: which reports are due, late, or read by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import DUE_SOON, Acknowledgement

WORDS = {"silent": "Silent", "late": "Late", "due": "Due", "in time": "In time", "": "Nothing is asked for"}


@dataclass(frozen=True, slots=True)
class DeskLine:
    project: Project
    state: str
    day: date

    @property
    def words(self) -> str:
        return WORDS[self.state]

    @property
    def days_late(self) -> int:
        due = self.project.reporting.due_on
        return max(0, (self.day - due).days) if due else 0


def desk(organisation: Organisation, filters: dict[str, Any]) -> QuerySet[Project]:
    """What has waited longest comes first."""
    found = _reporting(organisation)
    for word in filters["q"].replace("\x00", "").split():
        found = found.filter(Q(name__icontains=word) | Q(code__icontains=word))
    if filters["manager"]:
        found = found.filter(manager=filters["manager"])
    if filters["state"]:
        found = found.filter(_states(today(organisation))[filters["state"]])
    return found.order_by(F("reporting__due_on").asc(nulls_last=True), "code")


def tallies(organisation: Organisation) -> dict[str, int]:
    """How many there are of each state; one query."""
    states = _states(today(organisation))
    return _reporting(organisation).aggregate(**{name: Count("pk", filter=state) for name, state in states.items()})


def desk_lines(organisation: Organisation, projects: list[Project]) -> list[DeskLine]:
    day = today(organisation)
    return [DeskLine(each, each.reporting.state(day), day) for each in projects]


def lines_to_export(organisation: Organisation, filters: dict[str, Any]) -> Iterator[list[Any]]:
    yield [
        "Code", "Project", "Manager", "Sponsor", "State", "Due", "Days late", "Last report", "Overall",
        "Read by the sponsor",
    ]  # fmt: skip
    for line in desk_lines(organisation, list(desk(organisation, filters))):
        project, reporting = line.project, line.project.reporting
        yield [
            project.code,
            project.name,
            str(project.manager or ""),
            str(project.sponsor or ""),
            line.words,
            reporting.due_on,
            line.days_late,
            reporting.report.as_of if reporting.report else None,
            "" if line.state == "silent" else reporting.overall,
            "yes" if project.is_read else "no",  # type: ignore[attr-defined]
        ]


def _reporting(organisation: Organisation) -> QuerySet[Project]:
    read = Acknowledgement.objects.filter(report=OuterRef("reporting__report"), person=OuterRef("sponsor"))
    return (
        Project.objects.filter(organisation=organisation, archived_at=None, reporting__isnull=False)
        .select_related("manager", "sponsor", "programme", "portfolio", "reporting__report")
        .annotate(is_read=Exists(read))
    )


def _states(day: date) -> dict[str, Q]:
    return {
        "due": Q(reporting__due_on__lte=day + DUE_SOON, reporting__late_after__gte=day),
        "late": Q(reporting__late_after__lt=day, reporting__silent_after__gte=day),
        "silent": Q(reporting__silent_after__lt=day),
        "unread": Q(reporting__report__isnull=False, sponsor__isnull=False, is_read=False),
        "never": Q(reporting__report=None),
    }
