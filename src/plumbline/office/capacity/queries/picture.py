"""Who can do how much and what is asked of whom, as columns: what every page and every rule is made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

import numpy as np

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.capacity import Ints, Window, beyond, laid_into, promise
from plumbline.office.capacity.columns import unpacked
from plumbline.office.capacity.models import CapacityRequest, KeptCapacity, PlanDemand, PlanMatch
from plumbline.office.people.models import Organisation
from plumbline.office.people.working_time import work_calendar

MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A row of the tables of capacity."""

    pk: int
    name: str
    account: int | None
    unit: int | None
    pool: int | None
    role: int | None


@dataclass(frozen=True, slots=True)
class Ask:
    """A row of the table of demand. ``person`` is a row number of the people; all three empty: not matched.

    ``is_nobody`` is what was said to be nobody whose capacity counts. ``critical`` is minutes in all, not by slot.
    """

    project: int
    name: str
    person: int | None = None
    role: int | None = None
    pool: int | None = None
    is_nobody: bool = False
    is_request: bool = False
    total: int = 0
    critical: int = 0

    @property
    def is_unmatched(self) -> bool:
        return not self.is_nobody and self.person is None and self.role is None and self.pool is None


@dataclass(frozen=True)
class Picture:
    """Rows of ``working``, ``away`` and ``free`` are those of ``people``, rows of ``asked`` those of ``asks``."""

    of: Window
    people: list[Somebody]
    working: Ints
    away: Ints
    free: Ints
    asks: list[Ask]
    asked: Ints
    number: dict[int, int] = field(default_factory=dict)

    @cached_property
    def asked_of_people(self) -> Ints:
        """Minutes by person and slot, over all projects."""
        sums = np.zeros_like(self.free)
        for row, each in enumerate(self.asks):
            if each.person is not None:
                sums[each.person] += self.asked[row]
        return sums


def picture(organisation: Organisation, of: Window, *, with_open: bool = False) -> Picture:
    """Six queries, however many people and projects there are. ``with_open``: also what is asked and not decided."""
    people, tables = _people(organisation, of)
    number = {each.pk: row for row, each in enumerate(people)}
    asks, rows = _of_plans(organisation, of, number)
    promised, more = _of_requests(organisation, of, people, number, asks, rows, with_open)
    asks, rows = asks + promised, rows + more
    return Picture(of, people, *tables, asks, np.array(rows, dtype=np.int64).reshape(len(rows), of.count), number)


def _people(organisation: Organisation, of: Window) -> tuple[list[Somebody], tuple[Ints, Ints, Ints]]:
    found = KeptCapacity.objects.filter(person__organisation=organisation).order_by("person__name", "person")
    columns = ("person", "person__name", "person__person", "person__unit", "person__pool", "person__role")
    people: list[Somebody] = []
    series: tuple[list[Ints], ...] = ([], [], [])
    for *told, first, working, away, free in found.values_list(*columns, "first_slot", "working", "away", "free"):
        people.append(Somebody(*told))
        for kept, content in zip(series, (working, away, free), strict=True):
            kept.append(laid_into(of, first, unpacked(content)))
    working, away, free = (np.array(each, dtype=np.int64).reshape(len(people), of.count) for each in series)
    return people, (working, away, free)


def _of_plans(organisation: Organisation, of: Window, number: dict[int, int]) -> tuple[list[Ask], list[Ints]]:
    matches = {
        key: told
        for key, *told in PlanMatch.objects.filter(organisation=organisation).values_list(
            "key", "person", "ability", "pool"
        )
    }
    found = PlanDemand.objects.filter(project__organisation=organisation, project__archived_at=None)
    columns = ("project", "name", "key", "total", "critical", "first_slot", "minutes")
    asks, rows = [], []
    for project, name, key, total, critical, first, minutes in found.order_by("pk").values_list(*columns):
        person, role, pool = matches.get(key, (None, None, None))
        asks.append(
            Ask(
                project, name, number.get(person or 0), role, pool,
                is_nobody=key in matches and person is role is pool is None, total=total, critical=critical,
            )
        )  # fmt: skip
        rows.append(laid_into(of, first, unpacked(minutes)))
    return asks, rows


def _of_requests(
    organisation: Organisation,
    of: Window,
    people: list[Somebody],
    number: dict[int, int],
    asks: list[Ask],
    rows: list[Ints],
    with_open: bool,
) -> tuple[list[Ask], list[Ints]]:
    """Only what the plan of the same project does not ask already. Requests for the same are taken together."""
    states = [CapacityRequest.State.APPROVED, *([CapacityRequest.State.ASKED] if with_open else [])]
    found = CapacityRequest.objects.filter(state__in=states, organisation=organisation, project__archived_at=None)
    together: dict[tuple[int, int | None, int | None, int], Ints] = {}
    calendar = work_calendar(organisation)
    for each in found.order_by("pk"):
        key = (each.project_id, number.get(each.given_id or 0), each.role_id, each.pool_id)
        series = request_series(each, of, calendar)
        together[key] = together[key] + series if key in together else series
    of_project: dict[int, list[int]] = defaultdict(list)
    for row, ask in enumerate(asks):
        of_project[ask.project].append(row)
    promised, more = [], []
    for (project, person, role, pool), series in together.items():
        planned = np.zeros(of.count, dtype=np.int64)
        for row in of_project[project]:
            if _is_for(asks[row], people, person, role, pool):
                planned += rows[row]
        promised.append(Ask(project, "", person, role, pool, is_request=True, total=int(series.sum())))
        more.append(beyond(series, planned))
    return promised, more


def request_series(request: CapacityRequest, of: Window, calendar: WorkCalendar) -> Ints:
    """What a request asks in the slots of the window."""
    last = (request.last_month + MONTH).replace(day=1) - timedelta(days=1)
    series = promise(request.percent, request.first_month, last, calendar)
    return laid_into(of, series.first, series.minutes)


def _is_for(ask: Ask, people: list[Somebody], person: int | None, role: int | None, pool: int | None) -> bool:
    """Whether what the plan asks is what the request was for."""
    if person is not None:
        return ask.person == person
    who = people[ask.person] if ask.person is not None else None
    if role is not None:
        return ask.role == role or (who is not None and who.role == role and who.pool == pool)
    return ask.pool == pool or (who is not None and who.pool == pool)
