"""Checks levelled plans against the plans themselves: links with lags, working time, what there is of each resource.

Shares nothing with what levels: it reads the plans, the instants and the calendars' own arithmetic, and counts minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from plumbline.engine.calendars import ALWAYS, WorkCalendar, WorkingTime
from plumbline.engine.optimisation.levelling.manning import can_be_manned
from plumbline.engine.optimisation.levelling.placed import Broken, Key, Kind, Placed
from plumbline.engine.optimisation.levelling.skills import Sharing
from plumbline.engine.schedule import Activity, Dialect, LagCalendar, Link, LinkKind, Schedule, Uid

__all__ = ["Broken", "Key", "Kind", "Placed", "check"]


def check(
    plans: Sequence[Schedule],
    placed: Mapping[Key, Placed],
    calendars: Mapping[Key, WorkCalendar],
    links_between: Iterable[Link] = (),
    sharing: Sharing | None = None,
) -> tuple[Broken, ...]:
    """All that ``placed`` breaks; nothing for a good result.

    ``calendars`` gives the time in which an activity is worked on where it is not its own calendar. What lies in the
    past, or has its dates from elsewhere, is not judged, but the people it needs are counted.
    """
    found: list[Broken] = []
    for place, plan in enumerate(plans):
        found += _missing(place, plan, placed)
        found += _working_time(place, plan, placed, calendars)
        found += _links(place, plan, placed)
    found += _links_between(plans, placed, links_between)
    found += _capacity(plans, placed, calendars, sharing or Sharing())
    return tuple(found)


def _missing(place: int, plan: Schedule, placed: Mapping[Key, Placed]) -> Iterator[Broken]:
    for each in plan.activities:
        if _counts(each) and (place, each.uid) not in placed:
            yield Broken(Kind.MISSING, place, each.uid, f"{each.id} has no place.")


def _counts(activity: Activity) -> bool:
    return activity.active and not activity.is_summary and not activity.is_level_of_effort and not activity.is_complete


def _working_time(
    place: int, plan: Schedule, placed: Mapping[Key, Placed], calendars: Mapping[Key, WorkCalendar]
) -> Iterator[Broken]:
    earliest = plan.data_date or plan.start
    for each in plan.activities:
        here = placed.get((place, each.uid))
        if here is None or not here.moved:
            continue
        if here.start < earliest:
            yield Broken(Kind.START, place, each.uid, f"{each.id} starts on {here.start} before {earliest}.")
        for constraint in each.constraints:
            name = constraint.kind.name
            if constraint.date and "NO_EARLIER" in name:
                shown = here.start if name.startswith("START") else here.finish
                if shown < constraint.date:
                    yield Broken(Kind.START, place, each.uid, f"{each.id} is at {shown}, not {constraint.date}.")
        duration = 0 if each.is_milestone else each.duration + each.interruption
        time = WorkingTime(_time_of(place, plan, each, calendars))
        done = time.between(here.start, here.finish)
        if done != duration or (duration and time.next_work_start(here.start) != here.start):
            yield Broken(
                Kind.CALENDAR, place, each.uid, f"{each.id} has {done} minutes of work where {duration} are needed."
            )


def _time_of(place: int, plan: Schedule, activity: Activity, calendars: Mapping[Key, WorkCalendar]) -> WorkCalendar:
    if activity.elapsed:
        return ALWAYS
    return calendars.get((place, activity.uid)) or plan.calendar_of(activity)


def _links(place: int, plan: Schedule, placed: Mapping[Key, Placed]) -> Iterator[Broken]:
    below = _below(plan)
    for link in plan.links:
        for before in below.get(link.predecessor, (link.predecessor,)):
            for after in below.get(link.successor, (link.successor,)):
                yield from _link(link, (place, plan, before), (place, plan, after), placed)


def _links_between(plans: Sequence[Schedule], placed: Mapping[Key, Placed], links: Iterable[Link]) -> Iterator[Broken]:
    home = {each.uid: (place, plan) for place, plan in enumerate(plans) for each in plan.activities}
    for link in links:
        (before_place, before_plan), (after_place, after_plan) = home[link.predecessor], home[link.successor]
        for before in _below(before_plan).get(link.predecessor, (link.predecessor,)):
            for after in _below(after_plan).get(link.successor, (link.successor,)):
                yield from _link(link, (before_place, before_plan, before), (after_place, after_plan, after), placed)


def _below(plan: Schedule) -> dict[Uid, tuple[Uid, ...]]:
    """The activities below each summary, at any depth."""
    parent = {each.uid: each.parent for each in plan.activities}
    found: dict[Uid, list[Uid]] = {each.uid: [] for each in plan.activities if each.is_summary}
    for each in plan.activities:
        above = each.parent
        while not each.is_summary and above is not None:
            if above in found:
                found[above].append(each.uid)
            above = parent.get(above)
    return {uid: tuple(each) for uid, each in found.items()}


def _link(
    link: Link, before: tuple[int, Schedule, Uid], after: tuple[int, Schedule, Uid], placed: Mapping[Key, Placed]
) -> Iterator[Broken]:
    one, other = placed.get((before[0], before[2])), placed.get((after[0], after[2]))
    if one is None or other is None or not other.moved:
        return
    predecessor, successor = before[1].activity_by_uid[before[2]], after[1].activity_by_uid[after[2]]
    if not predecessor.active or predecessor.is_complete:
        return
    from_start = link.kind in (LinkKind.START_START, LinkKind.START_FINISH)
    to_start = link.kind in (LinkKind.FINISH_START, LinkKind.START_START)
    since, until = (one.start if from_start else one.finish), (other.start if to_start else other.finish)
    if predecessor.is_started and (from_start or link.lag):
        return
    calendar = _lag_calendar(link, (before[1], predecessor), (after[1], successor))
    asked = WorkingTime(calendar).add(since, link.lag) if link.lag else since
    if until < asked:
        yield Broken(
            Kind.LINK,
            after[0],
            successor.uid,
            f"{successor.id} is at {until}, but its link {link.kind} from {predecessor.id} asks for {asked}.",
        )


def _lag_calendar(link: Link, before: tuple[Schedule, Activity], after: tuple[Schedule, Activity]) -> WorkCalendar:
    plan = after[0]
    rule = LagCalendar.SUCCESSOR if plan.dialect is Dialect.MSP else plan.options.lag_calendar
    if link.elapsed or rule is LagCalendar.ALWAYS:
        return ALWAYS
    if rule is LagCalendar.PROJECT:
        return plan.calendar_by_uid[plan.default_calendar]
    side, activity = before if rule is LagCalendar.PREDECESSOR else after
    return side.calendar_of(activity)


def _capacity(
    plans: Sequence[Schedule],
    placed: Mapping[Key, Placed],
    calendars: Mapping[Key, WorkCalendar],
    sharing: Sharing,
) -> Iterator[Broken]:
    """Sweeps over the instants at which the use of a resource changes."""
    limit, users = _supply_and_use(plans, placed, sharing)
    able = {_plain(name): {_plain(name), *map(_plain, each)} for name, each in sharing.people.items()}
    skilled: list[tuple[datetime, int, Key, str, float]] = []
    for name, using in users.items():
        events: list[tuple[datetime, int, Key, float]] = []
        for key, units in using.items():
            plan = plans[key[0]]
            calendar = _time_of(key[0], plan, plan.activity_by_uid[key[1]], calendars)
            for start, finish in _spans(calendar, placed[key].start, placed[key].finish):
                events += [(start, 1, key, units), (finish, 0, key, units)]
        if name in limit:
            yield from _overload(name, limit[name], sorted(events, key=lambda each: each[:2]), plans, placed)
        else:
            skilled += [(*each[:3], name, each[3]) for each in events]
    yield from _too_few_people(sorted(skilled, key=lambda each: each[:2]), able, plans, placed)


def _overload(
    name: str,
    limit: float,
    events: list[tuple[datetime, int, Key, float]],
    plans: Sequence[Schedule],
    placed: Mapping[Key, Placed],
) -> Iterator[Broken]:
    """One that asks for more than there is may do so alone; those that could not be moved may do so together."""
    at_work: dict[Key, float] = {}
    told: set[Key] = set()
    for instant, begins, key, units in events:
        if not begins:
            at_work.pop(key, None)
            continue
        at_work[key] = units
        free_to_move = [each for each in at_work if placed[each].moved]
        if sum(at_work.values()) > limit + 0.005 * len(at_work) and len(at_work) > 1 and free_to_move:
            guilty = key if placed[key].moved else free_to_move[-1]
            if guilty not in told:
                told.add(guilty)
                activity = plans[guilty[0]].activity_by_uid[guilty[1]]
                message = f"{activity.id} needs {name} at {instant}, when {sum(at_work.values()):g} of {limit:g} work."
                yield Broken(Kind.CAPACITY, guilty[0], guilty[1], message)


def _too_few_people(
    events: list[tuple[datetime, int, Key, str, float]],
    able: Mapping[str, set[str]],
    plans: Sequence[Schedule],
    placed: Mapping[Key, Placed],
) -> Iterator[Broken]:
    """Whether at each instant everybody who is needed can be somebody else."""
    at_work: dict[tuple[Key, str], float] = {}
    told: set[Key] = set()
    for instant, begins, key, skill, units in events:
        if not begins:
            at_work.pop((key, skill), None)
            continue
        at_work[key, skill] = units
        needed: dict[str, float] = defaultdict(float)
        for (_, name), each in at_work.items():
            needed[name] += each
        moved = [each for each in (key, *(each for each, _ in at_work)) if placed[each].moved]
        if not moved or moved[0] in told or len({each for each, _ in at_work}) == 1:
            continue
        if not can_be_manned(needed, able):
            told.add(moved[0])
            activity = plans[moved[0][0]].activity_by_uid[moved[0][1]]
            yield Broken(Kind.CAPACITY, *moved[0], f"{activity.id}: at {instant} too few people have {skill}.")


def _supply_and_use(
    plans: Sequence[Schedule], placed: Mapping[Key, Placed], sharing: Sharing
) -> tuple[dict[str, float], dict[str, dict[Key, float]]]:
    pools = {_plain(name): pool for name, pool in sharing.pools.items()}
    skilled = {_plain(each) for name, skills in sharing.people.items() for each in (name, *skills)}
    each_has: dict[str, tuple[str, float]] = {}
    use: dict[str, dict[Key, float]] = defaultdict(lambda: defaultdict(float))
    for place, plan in enumerate(plans):
        named: dict[Uid | None, str] = {}
        for resource in plan.resources:
            own = _plain(resource.name or str(resource.uid))
            if own in skilled:
                named[resource.uid] = own
                continue
            if resource.kind in ("material", "cost") or resource.max_units is None:
                continue
            pool = _plain(pools.get(own, own))
            named[resource.uid] = pool
            each_has[own] = pool, max(resource.max_units, each_has.get(own, (pool, 0.0))[1])
        for assignment in plan.assignments:
            key, activity = (place, assignment.activity), plan.activity_by_uid.get(assignment.activity)
            if activity and assignment.resource in named and key in placed and not activity.is_complete:
                units = assignment.units
                if units is None:
                    units = assignment.work / activity.duration if assignment.work and activity.duration else 1.0
                use[named[assignment.resource]][key] += units
    limit: dict[str, float] = defaultdict(float)
    for pool, units in each_has.values():
        limit[pool] += units
    return limit, use


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


def _spans(calendar: WorkCalendar, start: datetime, finish: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The working time between two instants, day by day."""
    day = start.replace(hour=0, minute=0)
    while day < finish:
        windows = calendar.week[day.weekday()]
        for exception in calendar.exceptions:
            if exception.first <= day.date() <= exception.last:
                windows = exception.windows
        for begin, end in windows:
            first, last = max(start, day + timedelta(minutes=begin)), min(finish, day + timedelta(minutes=end))
            if first < last:
                yield first, last
        day += timedelta(days=1)
