"""Decisions that wait: on whom, for how long, and what the waiting costs. What it has cost so far is decision debt."""

from __future__ import annotations

from collections.abc import Iterable
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

PER_PAGE = 30
MOST_DECIDERS = 60
MOST_BESIDE = 8
MONEY = DecimalField(max_digits=20, decimal_places=2)
NOBODY = "nobody"


class DaysFrom(Func):
    """Whole days from a date to another, counted by the database."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        (start, first), (end, second) = (compiler.compile(each) for each in self.get_source_expressions())
        return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)", (*second, *first)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:
        (start, first), (end, second) = (compiler.compile(each) for each in self.get_source_expressions())
        return f"(({end})::date - {start})", (*second, *first)


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
    page: Page[int]
    waivers: list[Waiver]
    reviews: list[GateReview]


def decisions(scope: Scope, person: Person, *, decider: str = "", page: str | int = 1) -> Decisions:
    """``decider``: the key of a person or "nobody"; else everybody's."""
    found, day = waiting_decisions(scope), scope.today
    deciders = debts(found, day)
    pages = Paginator(_in_order(_of(found, decider)), PER_PAGE)
    if not decider:
        pages.count = sum(each.waiting for each in deciders)  # counted already
    listed = pages.get_page(page)
    mine = _in_order(found.filter(decider=person))[:PER_PAGE]
    return Decisions(
        total=added(deciders),
        deciders=deciders[:MOST_DECIDERS],
        mine=as_waiting(_entries(mine) if person.pk in {each.key for each in deciders} else [], day),
        listed=as_waiting(_entries(listed.object_list), day),
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
    """By decider, the dearest first; one pass over the entries, whose sums are those of all as well."""
    rows: Any = list(found.values("decider").annotate(**_sums(day)))
    people = Person.objects.in_bulk({each["decider"] for each in rows if each["decider"]})
    names = {key: person.name for key, person in people.items()}
    owed = [_debt(each, names.get(each["decider"], "Nobody is named"), each["decider"]) for each in rows]
    return sorted(owed, key=lambda each: (-each.so_far, -each.weekly, -each.overdue, -each.waiting, each.decider))


def added(owed: list[Debt]) -> Debt:
    return Debt(
        decider="All",
        key=None,
        waiting=sum(each.waiting for each in owed),
        overdue=sum(each.overdue for each in owed),
        oldest=min((each.oldest for each in owed if each.oldest), default=None),
        weekly=sum((each.weekly for each in owed), Decimal(0)),
        so_far=sum((each.so_far for each in owed), Decimal(0)),
    )


def dearest(found: QuerySet[Entry], day: date, most: int) -> list[Waiting]:
    """Those that have cost most, then those that cost most each week, then the longest overdue."""
    ordered = found.select_related("project", "decider").annotate(late=_late_amount(day))
    by_cost = F("late").desc(nulls_last=True), F("amount").desc(nulls_last=True), F("due_on").asc(nulls_last=True)
    return as_waiting(ordered.order_by(*by_cost)[:most], day)


def as_waiting(entries: Iterable[Entry], day: date) -> list[Waiting]:
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


def _in_order(found: QuerySet[Entry]) -> QuerySet[Entry, int]:
    """The longest overdue first. Keys only: to sort every column of every entry would be slow."""
    return found.order_by(F("due_on").asc(nulls_last=True), "raised_at", "pk").values_list("pk", flat=True)


def _entries(keys: Iterable[int]) -> list[Entry]:
    """In the order of ``keys``."""
    wanted = list(keys)
    found = Entry.objects.filter(pk__in=wanted).select_related("project", "decider")
    by_key = {each.pk: each for each in found}
    return [by_key[key] for key in wanted if key in by_key]


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
