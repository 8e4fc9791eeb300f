"""Decisions that wait: on whom, for how long, and what the waiting costs. What it has cost so far is decision debt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Count,
    DecimalField,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    Min,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)

from plumbline.office.gates.models import GateReview
from plumbline.office.governance.models import Waiver
from plumbline.office.people.models import Person
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.registers.models import Entry, Kind

PER_PAGE = 40
MOST_DECIDERS = 60
MOST_BESIDE = 8
MONEY = DecimalField(max_digits=20, decimal_places=2)
NOBODY = "nobody"


class DaysFrom(Func):
    """Whole days from a date to another, counted by the database."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        (start, first), (end, second) = (compiler.compile(each) for each in self.get_source_expressions())
        return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)", [*second, *first]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        (start, first), (end, second) = (compiler.compile(each) for each in self.get_source_expressions())
        return f"(({end})::date - {start})", [*second, *first]


@dataclass(frozen=True, slots=True)
class Debt:
    """What waits on one decider, or on all. ``so_far`` is what each week since the due day has cost."""

    decider: str
    key: int | None
    waiting: int
    overdue: int
    oldest: date | None
    weekly: Decimal
    so_far: Decimal


@dataclass(frozen=True, slots=True)
class Waiting:
    """One decision that waits."""

    entry: Entry
    days_late: int
    weekly: Decimal
    so_far: Decimal
    age: int


@dataclass(frozen=True, slots=True)
class Decisions:
    total: Debt
    deciders: list[Debt]
    mine: list[Waiting]
    listed: list[Waiting]
    page: Page[Entry]
    waivers: list[Waiver]
    reviews: list[GateReview]


def decisions(scope: Scope, person: Person, *, decider: str = "", page: str | int = 1) -> Decisions:
    """``decider``: the key of a person or "nobody"; else everybody's."""
    found, day = waiting_decisions(scope), scope.today
    listed = Paginator(_in_order(_of(found, decider)), PER_PAGE).get_page(page)
    return Decisions(
        total=total_debt(found, day),
        deciders=debts(found, day),
        mine=as_waiting(_in_order(found.filter(decider=person))[:PER_PAGE], day),
        listed=as_waiting(listed.object_list, day),
        page=listed,
        waivers=list(
            Waiver.objects.filter(state=Waiver.State.ASKED, **scope.of_projects("project__"))
            .select_related("project", "requested_by")
            .order_by("requested_at")[:MOST_BESIDE]
        ),
        reviews=list(
            GateReview.objects.filter(state=GateReview.State.OPEN, **scope.of_projects("project__"))
            .select_related("project")
            .order_by("planned_on")[:MOST_BESIDE]
        ),
    )


def waiting_decisions(scope: Scope) -> QuerySet[Entry]:
    """Open decisions, and changes that somebody has to decide."""
    return scope.entries().filter(kind__in=(Kind.DECISION, Kind.CHANGE))


def debts(found: QuerySet[Entry], day: date) -> list[Debt]:
    """By decider, the dearest first; one query."""
    rows = (
        found.values("decider", "decider__name")
        .annotate(**_sums(day))
        .order_by(F("late_days").desc(nulls_last=True), F("weekly").desc(nulls_last=True), "-overdue", "-waiting")
    )
    return [_debt(each, each["decider__name"] or "Nobody is named", each["decider"]) for each in rows[:MOST_DECIDERS]]


def total_debt(found: QuerySet[Entry], day: date) -> Debt:
    return _debt(found.aggregate(**_sums(day)), "All", None)


def dearest(found: QuerySet[Entry], day: date, most: int) -> list[Waiting]:
    """Those that have cost most, then those that cost most each week, then the longest overdue."""
    ordered = found.select_related("project", "decider").annotate(late=_late_amount(day))
    by_cost = F("late").desc(nulls_last=True), F("amount").desc(nulls_last=True), F("due_on").asc(nulls_last=True)
    return as_waiting(ordered.order_by(*by_cost)[:most], day)


def as_waiting(entries: Any, day: date) -> list[Waiting]:
    return [_waiting(each, day) for each in entries]


def _waiting(entry: Entry, day: date) -> Waiting:
    late = max((day - entry.due_on).days, 0) if entry.due_on else 0
    weekly = entry.amount if entry.kind == Kind.DECISION and entry.amount else Decimal(0)
    return Waiting(entry, late, weekly, weekly * late / 7, (day - entry.raised_at.date()).days)


def _of(found: QuerySet[Entry], decider: str) -> QuerySet[Entry]:
    if decider == NOBODY:
        return found.filter(decider=None)
    return (
        found.filter(decider=int(decider)) if decider.isascii() and decider.isdigit() and len(decider) < 10 else found
    )


def _in_order(found: QuerySet[Entry]) -> QuerySet[Entry]:
    """The longest overdue first."""
    return found.select_related("project", "decider").order_by(F("due_on").asc(nulls_last=True), "raised_at", "pk")


def _sums(day: date) -> dict[str, Any]:
    """The amount of a decision is what each week without it costs; that of a change is something else."""
    return {
        "waiting": Count("pk"),
        "overdue": Count("pk", filter=Q(due_on__lt=day)),
        "oldest": Min("raised_at"),
        "weekly": Sum("amount", filter=Q(kind=Kind.DECISION)),
        "late_days": Sum(_late_amount(day)),
    }


def _late_amount(day: date) -> Case:
    """Amount times days; a week's amount is divided by seven once it is added up."""
    late = ExpressionWrapper(F("amount") * DaysFrom(F("due_on"), Value(day)), output_field=MONEY)
    return Case(When(kind=Kind.DECISION, due_on__lt=day, then=late), output_field=MONEY)


def _debt(sums: dict[str, Any], decider: str, key: int | None) -> Debt:
    so_far = (sums["late_days"] or Decimal(0)) / 7
    oldest = sums["oldest"].date() if sums["oldest"] else None
    return Debt(decider, key, sums["waiting"], sums["overdue"], oldest, sums["weekly"] or Decimal(0), so_far)
