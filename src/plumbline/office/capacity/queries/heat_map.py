"""The heat map: what is asked beside what there is, by unit, pool, role or person, and by week or month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from plumbline.engine.capacity import Ints, Load, Per, Periods, Window, folded, loads, months_from, periods, weeks_from
from plumbline.office.capacity.models import Ability, Pool
from plumbline.office.capacity.queries.picture import Picture, picture
from plumbline.office.people.models import Organisation, Unit
from plumbline.office.people.queries import ids_under_each, today

WAYS = {"unit": "Unit", "pool": "Pool", "role": "Role", "person": "Person"}
COUNTS = {Per.WEEK: 26, Per.MONTH: 24}
WORDS = {
    Load.NOTHING: "nothing asked",
    Load.FREE: "free",
    Load.FULL: "full",
    Load.OVER: "over",
    Load.FAR_OVER: "far over",
    Load.AWAY: "away",
}
LETTERS = {
    Load.NOTHING: "–", Load.FREE: "F", Load.FULL: "U", Load.OVER: "O", Load.FAR_OVER: "X", Load.AWAY: "A",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One period of one row, in minutes."""

    day: date
    free: int
    asked: int
    load: Load

    @property
    def percent(self) -> int | None:
        return round(100 * self.asked / self.free) if self.free else None

    @property
    def letter(self) -> str:
        return LETTERS[self.load]

    @property
    def kind(self) -> str:
        return WORDS[self.load].replace(" ", "-")

    @property
    def words(self) -> str:
        return f"{WORDS[self.load]}: {self.asked_hours} of {self.free_hours} h"

    @property
    def free_hours(self) -> int:
        return round(self.free / 60)

    @property
    def asked_hours(self) -> int:
        return round(self.asked / 60)

    @property
    def over_hours(self) -> int:
        return round(max(0, self.asked - self.free) / 60)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """``key`` is that of the unit, pool, role or person; ``None`` for those who have none."""

    key: int | None
    name: str
    people: int
    cells: list[Cell]
    depth: int = 0

    @property
    def free_hours(self) -> int:
        return round(sum(each.free for each in self.cells) / 60)

    @property
    def asked_hours(self) -> int:
        return round(sum(each.asked for each in self.cells) / 60)

    @property
    def over(self) -> int:
        """Periods beyond capacity."""
        return sum(each.load in (Load.OVER, Load.FAR_OVER) for each in self.cells)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """``unmatched`` is work of plans whose names nobody has matched, in hours; it is in no row."""

    by: str
    per: Per
    days: tuple[date, ...]
    rows: list[HeatRow]
    people: int
    unmatched_names: int
    unmatched_hours: int


def window_of(organisation: Organisation, per: Per, first: date | None = None) -> Window:
    day = first or today(organisation)
    return (weeks_from if per is Per.WEEK else months_from)(day, COUNTS[per])


def heat_map(organisation: Organisation, by: str, per: Per, of: Window) -> HeatMap:
    """Ten queries at most, however many rows there are. Capacity is kept for two years from today."""
    seen = picture(organisation, of)
    when = periods(of, per)
    make = {"unit": _by_unit, "pool": _by_pool, "role": _by_role, "person": _by_person}[by]
    unmatched = [row for row, each in enumerate(seen.asks) if each.is_unmatched]
    return HeatMap(
        by=by,
        per=per,
        days=when.days,
        rows=make(organisation, seen, when),
        people=len(seen.people),
        unmatched_names=len({seen.asks[row].name.casefold() for row in unmatched}),
        unmatched_hours=round(int(seen.asked[unmatched].sum()) / 60) if unmatched else 0,
    )


def cells_of(free: Ints, asked: Ints, when: Periods) -> list[Cell]:
    by_period, wanted = folded(free, when), folded(asked, when)
    told = loads(by_period, wanted)
    return [Cell(day, int(by_period[at]), int(wanted[at]), Load(int(told[at]))) for at, day in enumerate(when.days)]


def _row(
    seen: Picture, when: Periods, key: int | None, name: str, people: Iterable[int], asks: Iterable[int], depth: int = 0
) -> HeatRow:
    members, wanted = list(people), list(asks)
    asked_of_them = seen.asked_of_people[members].sum(axis=0) if members else 0
    asked = asked_of_them + (seen.asked[wanted].sum(axis=0) if wanted else 0)
    free = seen.free[members].sum(axis=0) if members else np.zeros(seen.of.count, dtype=np.int64)
    return HeatRow(key, name, len(members), cells_of(free, asked + np.zeros_like(free), when), depth)


def _by_person(organisation: Organisation, seen: Picture, when: Periods) -> list[HeatRow]:
    asked = folded(seen.asked_of_people, when)
    free = folded(seen.free, when)
    told = loads(free, asked)
    return [
        HeatRow(
            each.pk, each.name, 1,
            [
                Cell(day, int(free[row, at]), int(asked[row, at]), Load(int(told[row, at])))
                for at, day in enumerate(when.days)
            ],
        )
        for row, each in enumerate(seen.people)
    ]  # fmt: skip


def _by_pool(organisation: Organisation, seen: Picture, when: Periods) -> list[HeatRow]:
    names = dict(Pool.objects.filter(organisation=organisation).order_by("name").values_list("pk", "name"))
    return _grouped(seen, when, names, "pool", "In no pool")


def _by_role(organisation: Organisation, seen: Picture, when: Periods) -> list[HeatRow]:
    roles = Ability.objects.filter(organisation=organisation, kind=Ability.Kind.ROLE).order_by("name")
    return _grouped(seen, when, dict(roles.values_list("pk", "name")), "role", "Without a role")


def _grouped(seen: Picture, when: Periods, names: dict[int, str], column: str, without: str) -> list[HeatRow]:
    people, asks = _members(seen, column), _unnamed(seen, column)
    rows = [
        _row(seen, when, key, name, people[key], asks[key]) for key, name in names.items() if people[key] or asks[key]
    ]
    return rows + ([_row(seen, when, None, without, people[None], ())] if people[None] else [])


def _by_unit(organisation: Organisation, seen: Picture, when: Periods) -> list[HeatRow]:
    """Each unit with all below it; what is asked of a pool without a name counts where the pool is."""
    units = list(Unit.objects.filter(organisation=organisation).order_by("name"))
    below = ids_under_each(organisation.pk, [each.pk for each in units])
    homes = dict(Pool.objects.filter(organisation=organisation).exclude(unit=None).values_list("pk", "unit"))
    people: Any = _members(seen, "unit")
    asks: dict[int, list[int]] = defaultdict(list)
    for pool, numbers in _unnamed(seen, "pool").items():
        if pool in homes:
            asks[homes[pool]] += numbers
    rows = []
    for unit, depth in _outline(units):
        inside = below[unit.pk]
        members = [each for key in inside for each in people[key]]
        wanted = [each for key in inside for each in asks[key]]
        if members or wanted:
            rows.append(_row(seen, when, unit.pk, unit.name, members, wanted, depth))
    return rows + ([_row(seen, when, None, "In no unit", people[None], ())] if people[None] else [])


def _outline(units: list[Unit]) -> list[tuple[Unit, int]]:
    children: dict[int | None, list[Unit]] = defaultdict(list)
    for each in units:
        children[each.parent_id].append(each)
    found, waiting = [], [(each, 0) for each in reversed(children[None])]
    while waiting:
        unit, depth = waiting.pop()
        found.append((unit, depth))
        waiting += [(each, depth + 1) for each in reversed(children[unit.pk])]
    return found


def _members(seen: Picture, column: str) -> Any:
    found: dict[int | None, list[int]] = defaultdict(list)
    for row, each in enumerate(seen.people):
        found[getattr(each, column)].append(row)
    return found


def _unnamed(seen: Picture, column: str) -> Any:
    """Rows of demand that name a role or a pool and nobody in it."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for row, each in enumerate(seen.asks):
        if each.person is None and getattr(each, column) is not None:
            found[getattr(each, column)].append(row)
    return found
