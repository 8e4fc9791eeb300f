"""All registers of a project on one page: how many, how many overdue, and what somebody should look at first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Q

from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.registers.exposure import HIGH, exposure_sum
from plumbline.office.registers.kinds import RegisterKind, kind_of, kinds
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.registers.queries.finding import BESIDE, of_project, overdue_by

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Counted:
    kind: RegisterKind
    open: int
    overdue: int
    closed: int


@dataclass(frozen=True, slots=True)
class Attention:
    """An entry with why somebody should look at it."""

    entry: Entry
    kind: RegisterKind
    why: str


@dataclass(frozen=True, slots=True)
class Overview:
    registers: list[Counted]
    attention: list[Attention]
    exposure: Decimal | None

    @property
    def is_empty(self) -> bool:
        return not any(each.open or each.closed for each in self.registers)


def overview(project: Project) -> Overview:
    """Three queries however many entries there are."""
    day = today(project.organisation)
    risks = Entry.objects.filter(project=project, kind=Kind.RISK, closed_at=None)
    return Overview(_counted(project, day), _attention(project, day), risks.aggregate(sum=exposure_sum())["sum"])


def _counted(project: Project, day: date) -> list[Counted]:
    rows = (
        Entry.objects.filter(of_project(project))
        .order_by("kind")
        .values("kind")
        .annotate(
            open=Count("pk", filter=Q(closed_at=None)),
            overdue=Count("pk", filter=overdue_by(day)),
            closed=Count("pk", filter=Q(closed_at__isnull=False)),
        )
    )
    by_kind = {each["kind"]: each for each in rows}
    nothing = {"open": 0, "overdue": 0, "closed": 0}
    return [
        Counted(each, *(by_kind.get(each.name, nothing)[name] for name in ("open", "overdue", "closed")))
        for each in kinds().values()
    ]


def _attention(project: Project, day: date) -> list[Attention]:
    high = Q(kind=Kind.RISK, closed_at=None, rated__gte=HIGH)
    unanswered = Q(kind=Kind.DEPENDENCY, state="open", closed_at=None)
    ownerless = Q(closed_at=None, owner=None) & ~Q(kind__in=(Kind.LESSON, Kind.DECISION, Kind.DEPENDENCY))
    wanted = (overdue_by(day) & ~Q(kind=Kind.LESSON)) | high | unanswered | ownerless
    rated = Entry.objects.alias(rated=F("probability") * F("impact"))
    found = rated.filter(of_project(project)).filter(wanted).select_related(*BESIDE)
    shown = found.order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST_SHOWN]
    return [Attention(each, kind_of(each.kind), _why(each, day)) for each in shown]


def _why(entry: Entry, day: date) -> str:
    if entry.is_open and entry.due_on and entry.due_on < day and not entry.decided_at:
        return kind_of(entry.kind).overdue
    if entry.kind == Kind.DEPENDENCY:
        return "Not agreed yet"
    return f"High: {entry.score}" if (entry.score or 0) >= HIGH else "Nobody owns it"
