"""Roadblocks: one supplier, one decider, one owner, one manager or one project that holds up several projects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Sum
from django.db.models.functions import Lower, Trim

from plumbline.office.assurance.models import Status
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind

MOST_OF_A_KIND = 25
MOST_PROJECTS = 3000
HOLDS_UP = 2
"""From so many projects on it is a roadblock and not a project's own trouble."""


@dataclass(frozen=True, slots=True)
class Held:
    key: int
    name: str
    code: str
    budget: Decimal | None


@dataclass(frozen=True, slots=True)
class Roadblock:
    """``entries`` open ones name it, with ``amount`` of money in them; ``budget`` is that of the projects it holds."""

    kind: str
    name: str
    entries: int
    amount: Decimal
    projects: list[Held]

    @property
    def budget(self) -> Decimal:
        return sum((each.budget or Decimal(0) for each in self.projects), Decimal(0))


def roadblocks(scope: Scope, *, by_money: bool = False) -> list[Roadblock]:
    """The one that holds most projects first, or most money. Ten queries, whatever there is."""
    day = scope.today
    open_ones = scope.entries()
    late = open_ones.filter(due_on__lt=day)
    parties = open_ones.exclude(outside_party="").annotate(party=Lower(Trim("outside_party")))
    decisions = late.filter(kind__in=(Kind.DECISION, Kind.CHANGE)).exclude(decider=None)
    owned = late.exclude(kind__in=(Kind.DECISION, Kind.CHANGE)).exclude(owner=None)
    needed = open_ones.filter(kind=Kind.DEPENDENCY).exclude(other_project=None)
    found = [
        *_of_entries("Supplier or authority", parties, "party", "outside_party"),
        *_of_entries("Overdue decisions", decisions, "decider", "decider__name"),
        *_of_entries("Overdue entries", owned, "owner", "owner__name"),
        *_of_entries("Project that others need", needed, "other_project", "other_project__name"),
        *_of_managers(scope.projects().filter(standing__overall=Status.RED).exclude(manager=None)),
    ]
    measure = (lambda each: (each.budget, len(each.projects))) if by_money else _projects_then_money
    return sorted(found, key=measure, reverse=True)


def _projects_then_money(each: Roadblock) -> tuple[Any, Any]:
    return len(each.projects), each.budget


def _of_entries(kind: str, entries: QuerySet[Entry], key: str, name: str) -> list[Roadblock]:
    counted = list(
        entries.values(key)
        .annotate(named=Min(name), held=Count("project", distinct=True), number=Count("pk"), money=Sum("amount"))
        .filter(held__gte=HOLDS_UP)
        .order_by("-held", F("money").desc(nulls_last=True))[:MOST_OF_A_KIND]
    )
    keys = [each[key] for each in counted]
    columns = (key, "project_id", "project__name", "project__code", "project__budget")
    lines = entries.filter(**{f"{key}__in": keys}).values_list(*columns).distinct().order_by("project__code")
    projects = _by_key(lines[:MOST_PROJECTS])
    return [
        Roadblock(kind, each["named"], each["number"], each["money"] or Decimal(0), projects[each[key]])
        for each in counted
    ]


def _of_managers(red: QuerySet[Project]) -> list[Roadblock]:
    counted = list(
        red.values("manager")
        .annotate(named=Min("manager__name"), held=Count("pk"))
        .filter(held__gte=HOLDS_UP)
        .order_by("-held")[:MOST_OF_A_KIND]
    )
    keys = [each["manager"] for each in counted]
    lines = red.filter(manager__in=keys).order_by("code").values_list("manager", "pk", "name", "code", "budget")
    projects = _by_key(lines[:MOST_PROJECTS])
    return [
        Roadblock("Manager of red projects", each["named"], 0, Decimal(0), projects[each["manager"]])
        for each in counted
    ]


def _by_key(lines: Any) -> dict[Any, list[Held]]:
    found: dict[Any, list[Held]] = defaultdict(list)
    for key, *project in lines:
        found[key].append(Held(*project))
    return found
