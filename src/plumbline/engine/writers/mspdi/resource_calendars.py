"""Calendars as Microsoft Project has them: base calendars, and of each resource one that is derived from a base."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from plumbline.engine.calendars import CalendarException, Window, WorkCalendar
from plumbline.engine.schedule import Resource, Schedule, Uid
from plumbline.engine.writers.mspdi.days_in_order import in_order
from plumbline.engine.writers.mspdi.texts import LONGEST_CALENDAR_NAME, cut
from plumbline.engine.writers.one_line import one_line

Exceptions = tuple[CalendarException, ...]


@dataclass(frozen=True, slots=True)
class CalendarInFile:
    """``days`` are the weekdays that it says itself, 0 is Monday; ``base`` is the number of what it is derived from."""

    number: int
    name: str
    days: Mapping[int, tuple[Window, ...]]
    exceptions: Exceptions
    base: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarsInFile:
    """In the order of the file, and by uid of the resource the number of its calendar."""

    calendars: tuple[CalendarInFile, ...]
    of_resources: Mapping[Uid, int]


def calendars_in_file(schedule: Schedule, resources: Iterable[Resource], numbers: Mapping[Uid, int]) -> CalendarsInFile:
    """Project knows a resource's calendar only as its very own, and derived from a base calendar.

    One that is of a single resource and adds to a base calendar is written so; of any other that resources have, each
    of them gets one that says nothing of its own.
    """
    known = schedule.calendar_by_uid
    owners = {each.uid: each.calendar for each in resources if each.calendar is not None and each.calendar in known}
    personal = _personal(schedule, owners)
    bases = _Bases([each for each in schedule.calendars if each.uid not in personal], known[schedule.default_calendar])
    under = {each.uid: base for each in schedule.calendars if each.uid in personal if (base := bases.of(each))}
    names = _unlike_names(each for each in schedule.calendars if each.uid not in under)
    found = [
        _derived(each, under[each.uid], numbers) if each.uid in under else _base(each, numbers, names[each.uid])
        for each in schedule.calendars
    ]
    taken = set(numbers.values())
    free = (number for number in count(1) if number not in taken)
    of_resources = {each: numbers[calendar] if calendar in under else next(free) for each, calendar in owners.items()}
    for each in resources:
        if each.uid in owners and owners[each.uid] not in under:
            name = cut(each.name, LONGEST_CALENDAR_NAME) or f"Resource {each.uid}"
            found.append(CalendarInFile(of_resources[each.uid], name, {}, (), numbers[owners[each.uid]]))
    return CalendarsInFile(tuple(_bases_before_derived(found)), of_resources)


def is_renamed(schedule: Schedule) -> list[str]:
    """Names of the calendars that get others in the file: they are too long, or there are two of them."""
    names = _unlike_names(schedule.calendars)
    return [each.name for each in schedule.calendars if names[each.uid] != one_line(each.name)]


def _personal(schedule: Schedule, owners: Mapping[Uid, Uid]) -> frozenset[Uid]:
    """Calendars that one resource has, and nothing else."""
    others = {each.calendar for each in schedule.activities} | {schedule.default_calendar}
    return frozenset(
        calendar for calendar, times in Counter(owners.values()).items() if times == 1 and calendar not in others
    )


class _Bases:
    """Base calendars, by the exceptions that one derived from them would have before its own."""

    def __init__(self, calendars: list[WorkCalendar], default: WorkCalendar) -> None:
        self._by_exceptions: dict[Exceptions, list[WorkCalendar]] = defaultdict(list)
        for each in (default, *calendars):
            self._by_exceptions[each.exceptions].append(each)
        self._lengths = sorted({len(each) for each in self._by_exceptions}, reverse=True)

    def of(self, calendar: WorkCalendar) -> WorkCalendar | None:
        """The one with the most of its exceptions, and if there are several, with its week."""
        for length in self._lengths:
            fitting = self._by_exceptions.get(calendar.exceptions[:length], [])
            if fitting and len(fitting[0].exceptions) == length:
                return next((each for each in fitting if each.week == calendar.week), fitting[0])
        return None


def _base(calendar: WorkCalendar, numbers: Mapping[Uid, int], name: str) -> CalendarInFile:
    days = dict(enumerate(calendar.week))
    return CalendarInFile(numbers[calendar.uid], name, days, in_order(calendar.exceptions))


def _derived(calendar: WorkCalendar, base: WorkCalendar, numbers: Mapping[Uid, int]) -> CalendarInFile:
    days = {day: hours for day, hours in enumerate(calendar.week) if hours != base.week[day]}
    own = in_order(calendar.exceptions[len(base.exceptions) :])
    name = cut(calendar.name, LONGEST_CALENDAR_NAME) or f"Calendar {calendar.uid}"
    return CalendarInFile(numbers[calendar.uid], name, days, own, numbers[base.uid])


def _unlike_names(calendars: Iterable[WorkCalendar]) -> dict[Uid, str]:
    """A name for each that no other has, upper and lower case being the same."""
    taken: set[str] = set()
    names: dict[Uid, str] = {}
    for each in calendars:
        whole = one_line(each.name) or f"Calendar {each.uid}"
        name = cut(whole, LONGEST_CALENDAR_NAME)
        for number in count(2):
            if name.casefold() not in taken:
                break
            ending = f" ({number})"
            name = cut(whole, LONGEST_CALENDAR_NAME - len(ending)) + ending
        taken.add(name.casefold())
        names[each.uid] = name
    return names


def _bases_before_derived(calendars: list[CalendarInFile]) -> Iterator[CalendarInFile]:
    seen: set[int] = set()
    later: list[CalendarInFile] = []
    for each in calendars:
        if each.base is None or each.base in seen:
            seen.add(each.number)
            yield each
        else:
            later.append(each)
    yield from later
