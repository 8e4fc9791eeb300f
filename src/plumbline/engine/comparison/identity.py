"""Puts the earlier version under the unique ids of the later one, so that the same thing has the same id in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from plumbline.engine.schedule import Schedule, Uid
from plumbline.engine.schedule.calculation import ActivityDates, Calculation
from plumbline.engine.schedule.matching import match_activities

Names = Mapping[Uid, Uid]


class _Named(Protocol):
    @property
    def uid(self) -> Uid: ...
    @property
    def name(self) -> str: ...


def new_ids(earlier: Schedule, later: Schedule) -> dict[Uid, Uid]:
    """For each activity of ``earlier`` that has another unique id in ``later``: that one."""
    return {was.uid: uid for uid, was in match_activities(earlier, later).items() if was.uid != uid}


def in_terms_of(earlier: Schedule, later: Schedule) -> Schedule:
    """``earlier`` with the unique ids that its activities, calendars and resources have in ``later``.

    Calendars and resources are matched by unique id, what that leaves over by name if the name occurs once.
    """
    activity = new_ids(earlier, later)
    calendar = _by_name(earlier.calendars, later.calendars)
    resource = _by_name(earlier.resources, later.resources)
    if not (activity or calendar or resource):
        return earlier
    return replace(
        earlier,
        calendars=tuple(replace(each, uid=_new(calendar, each.uid)) for each in earlier.calendars),
        default_calendar=_new(calendar, earlier.default_calendar),
        activities=tuple(
            replace(
                each,
                uid=_new(activity, each.uid),
                parent=_maybe(activity, each.parent),
                calendar=_maybe(calendar, each.calendar),
            )
            for each in earlier.activities
        ),
        links=tuple(
            replace(each, predecessor=_new(activity, each.predecessor), successor=_new(activity, each.successor))
            for each in earlier.links
        ),
        resources=tuple(
            replace(each, uid=_new(resource, each.uid), calendar=_maybe(calendar, each.calendar))
            for each in earlier.resources
        ),
        assignments=tuple(
            replace(each, activity=_new(activity, each.activity), resource=_maybe(resource, each.resource))
            for each in earlier.assignments
        ),
    )


def calculation_in_terms_of(calculation: Calculation, names: Names) -> Calculation:
    """``calculation`` of the earlier version under new unique ids."""
    if not names:
        return calculation

    def renamed(dates: ActivityDates) -> ActivityDates:
        return replace(dates, driving=tuple(_new(names, each) for each in dates.driving))

    return replace(
        calculation,
        dates={_new(names, uid): renamed(each) for uid, each in calculation.dates.items()},
        longest_path=tuple(_new(names, each) for each in calculation.longest_path),
    )


def _by_name(earlier: Iterable[_Named], later: Iterable[_Named]) -> dict[Uid, Uid]:
    earlier, later = list(earlier), list(later)
    before, after = {each.uid for each in earlier}, {each.uid for each in later}
    left = [each for each in earlier if each.uid not in after]
    found = {each.name: each.uid for each in later if each.uid not in before}
    times = Counter(each.name for each in [*left, *(each for each in later if each.uid not in before)])
    return {each.uid: found[each.name] for each in left if each.name in found and times[each.name] == 2}


def _new(names: Names, uid: Uid) -> Uid:
    return names.get(uid, uid)


def _maybe(names: Names, uid: Uid | None) -> Uid | None:
    return None if uid is None else names.get(uid, uid)
