"""A month on one page: its weeks from Monday to Sunday, each day with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from plumbline.office.operations.items import Item, items_between
from plumbline.office.operations.rhythm_kinds import RhythmKind
from plumbline.office.people.models import Holiday, Membership
from plumbline.office.people.working_time import week_of

SHOWN = 4
"""As many fit on a day; the others are behind a press."""
EARLIEST, LATEST = 2000, 2099


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    items: list[Item]
    is_in_month: bool
    is_today: bool
    is_off: bool
    holiday: str

    @property
    def shown(self) -> list[Item]:
        return self.items if len(self.items) <= SHOWN else self.items[: SHOWN - 1]

    @property
    def more(self) -> list[Item]:
        return self.items[len(self.shown) :]

    @property
    def is_bare(self) -> bool:
        return not self.items and not self.holiday


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    weeks: list[list[Day]]
    total: int
    cut: list[RhythmKind]

    @property
    def last(self) -> date:
        return last_of(self.first)

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return self.last + timedelta(days=1)


def month_of(membership: Membership, first: date, day: date, *, only: str = "") -> Month:
    """``first`` is the first day of the month, ``day`` is today. Two queries, and those of the kinds."""
    monday = first - timedelta(days=first.weekday())
    sunday = last_of(first) + timedelta(days=6 - last_of(first).weekday())
    found = items_between(membership, monday, sunday, only=only)
    organisation = membership.organisation
    by_day: dict[date, list[Item]] = {}
    for each in found.items:
        for on in each.row.on_days():
            by_day.setdefault(on, []).append(each)
    holidays = dict(
        Holiday.objects.filter(organisation=organisation, on__range=(monday, sunday)).values_list("on", "name")
    )
    working = [bool(windows) for windows in week_of(organisation)]
    days = [monday + timedelta(days=number) for number in range((sunday - monday).days + 1)]
    told = [
        Day(
            on=on,
            items=by_day.get(on, []),
            is_in_month=on.month == first.month,
            is_today=on == day,
            is_off=on in holidays or not working[on.weekday()],
            holiday=holidays.get(on, ""),
        )
        for on in days
    ]
    total = sum(len(each.items) for each in told if each.is_in_month)
    return Month(first, [told[at : at + 7] for at in range(0, len(told), 7)], total, found.cut)


def last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def first_of_month(given: str, usual: date) -> date:
    """“2026-03”; what is no month, or lies far away, is that of ``usual``."""
    try:
        found = date.fromisoformat(f"{given}-01")
    except ValueError:
        return usual.replace(day=1)
    return found if EARLIEST <= found.year <= LATEST else usual.replace(day=1)
