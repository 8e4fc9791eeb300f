"""What the board has to know of or to decide: watermelons, silent projects, decisions that wait, top risks."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import F, QuerySet

from plumbline.office.gates.models import GateReview
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.reporting.document import Cell, Column, Table
from plumbline.office.reporting.gathering.lines import Line

TOP = 10


def watermelons(lines: list[Line]) -> Table:
    columns = (
        Column("Project"),
        Column("Reported", "status"),
        Column("Evidence", "status"),
        Column("Manager"),
        Column("Last report", "date"),
    )
    rows = tuple(
        (each.title, each.reported, each.evidence, each.manager, each.reported_on)
        for each in lines
        if each.is_watermelon
    )
    note = "Reported two steps better than the evidence in at least one dimension."
    return Table("Watermelons", columns, rows, note, "No project is reported much better than its evidence.")


def silent(lines: list[Line]) -> Table:
    columns = (Column("Project"), Column("Manager"), Column("Last report", "date"), Column("Silent since", "date"))
    rows = tuple((each.title, each.manager, each.reported_on, each.silent_since) for each in lines if each.silent_since)
    note = "What they reported last no longer counts."
    return Table("Silent projects", columns, rows, note, "Every project has reported in time.")


def decisions_waiting(organisation: Organisation, projects: QuerySet[Project], today: date) -> Table:
    """Decisions in the registers, and reviews of gates that wait; what is overdue longest comes first."""
    columns = (
        Column("Decision"),
        Column("Project"),
        Column("Decider"),
        Column("Waiting since", "date"),
        Column("Wanted by", "date"),
        Column("Days overdue", "number"),
        Column("Cost of delay a week", "money"),
    )
    entries = Entry.objects.filter(kind=Kind.DECISION, closed_at=None, project__in=projects)
    found: list[tuple[date | None, tuple[Cell, ...]]] = []
    for each in entries.select_related("project", "decider"):
        since = day_of(each.raised_at, organisation)
        row = (each.title, str(each.project), str(each.decider or ""), since, each.due_on)
        found.append((each.due_on, (*row, _overdue(each.due_on, today), each.amount)))
    reviews = GateReview.objects.filter(state=GateReview.State.OPEN, project__in=projects)
    for review in reviews.select_related("project"):
        since = day_of(review.opened_at, organisation)
        row = (review.title, str(review.project), review.decides_title, since, review.planned_on)
        found.append((review.planned_on, (*row, _overdue(review.planned_on, today), None)))
    rows = tuple(row for _, row in sorted(found, key=lambda each: (each[0] or date.max, str(each[1][0]))))
    return Table("Decisions waiting", columns, rows, empty="Nothing waits for a decision.")


def top_risks(projects: QuerySet[Project], title: str = "Top risks", most: int = TOP) -> Table:
    """By probability times impact, then by what they cost if they strike."""
    columns = (
        Column("Risk"),
        Column("Project"),
        Column("Score", "number"),
        Column("If it strikes", "money"),
        Column("Owner"),
        Column("Response", on_slides=False),
        Column("Looked at again", "date"),
    )
    found = (
        Entry.objects.filter(kind=Kind.RISK, closed_at=None, project__in=projects)
        .annotate(weight=F("probability") * F("impact"))
        .order_by(F("weight").desc(nulls_last=True), F("amount").desc(nulls_last=True), "pk")
        .select_related("project", "owner")
    )
    rows = tuple(
        (each.title, str(each.project), each.score, each.amount, str(each.owner or ""), each.response, each.due_on)
        for each in found[:most]
    )
    return Table(title, columns, rows, note="Probability times impact, at most 25.", empty="No open risks.")


def day_of(moment: datetime, organisation: Organisation) -> date:
    """By the organisation's own calendar."""
    return moment.astimezone(ZoneInfo(organisation.time_zone)).date()


def _overdue(due: date | None, today: date) -> int | None:
    return (today - due).days if due and due < today else None
