"""One pass over an activity list: each activity in turn at its earliest, or its latest, place where resources are free.

Written for machine code: arrays in, arrays filled, nothing allocated. ``p`` is a ``Columns``, ``w`` a ``Workspace``.
Slots are numbered from 0; a start is the slot that work begins in, a finish the slot after the last one.
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.optimisation.levelling.columns import (
    AMOUNT,
    CALENDAR,
    DURATION,
    FINISH,
    FROM_START,
    IN,
    IN_END,
    KIND,
    LATEST,
    NEEDS,
    NEEDS_END,
    OTHER,
    OUT,
    OUT_END,
    PIN,
    PIN_FINISH,
    PROJECT,
    RELEASE,
    RESOURCE,
    SHIFT,
    START,
    TO_FINISH,
)

NOWHERE = -1


def finish_of(works: Any, calendar: int, start: int, duration: int) -> int:
    """The slot after the last of ``duration`` working ones from ``start`` on, NOWHERE beyond the last slot."""
    slot, left = start, duration
    while left > 0:
        if slot >= works.shape[1]:
            return NOWHERE
        left -= works[calendar, slot]
        slot += 1
    return slot


def start_for_finish(works: Any, calendar: int, finish: int, duration: int) -> int:
    """The earliest start with which ``duration`` working slots end at ``finish`` or later, at least 0."""
    slot, left = finish, duration
    if left > 0:
        while slot < works.shape[1] and slot > 0 and not works[calendar, slot - 1]:
            slot += 1
    while left > 0 and slot > 0:
        slot -= 1
        left -= works[calendar, slot]
    return slot


def earliest_by_links(p: Any, w: Any, activity: int) -> int:
    """The first slot at which the predecessors that have a place allow a start."""
    earliest: int = p.activities[activity, RELEASE]
    floor = 0
    for link in range(p.activities[activity, IN], p.activities[activity, IN_END]):
        before, kind = p.into[link, OTHER], p.into[link, KIND]
        if w.places[START, before] < 0:
            continue
        since = w.places[START, before] if kind & FROM_START else w.places[FINISH, before]
        until: int = p.shifts[p.into[link, SHIFT], since]
        if until > p.works.shape[1]:
            return until
        if kind & TO_FINISH:
            floor = max(floor, until)
        else:
            earliest = max(earliest, until)
    if floor > 0:
        calendar, duration = p.activities[activity, CALENDAR], p.activities[activity, DURATION]
        earliest = max(earliest, start_for_finish(p.works, calendar, floor, duration))
    return earliest


def fits(p: Any, free: Any, activity: int, slot: int) -> bool:
    for need in range(p.activities[activity, NEEDS], p.activities[activity, NEEDS_END]):
        if free[slot, p.needs[need, RESOURCE]] < p.needs[need, AMOUNT]:
            return False
    return True


def first_free(p: Any, free: Any, activity: int, earliest: int) -> int:
    """The first start from ``earliest`` on at which all that the activity needs is free while it is worked on."""
    slots, duration, calendar = p.works.shape[1], p.activities[activity, DURATION], p.activities[activity, CALENDAR]
    if duration == 0:
        return earliest if earliest < slots else NOWHERE
    start, slot, left = -1, earliest, duration
    while slot < slots:
        if p.works[calendar, slot]:
            if not fits(p, free, activity, slot):
                start, left = -1, duration
            else:
                if start < 0:
                    start = slot
                left -= 1
                if left == 0:
                    return start
        slot += 1
    return NOWHERE


def last_free(p: Any, free: Any, activity: int, latest_start: int, latest_finish: int) -> int:
    """The last start up to ``latest_start`` that also finishes by ``latest_finish``, where all needs are free."""
    duration, calendar = p.activities[activity, DURATION], p.activities[activity, CALENDAR]
    if duration == 0 or latest_start < 0:
        return min(latest_start, latest_finish)
    if latest_start + duration < latest_finish:
        bound = finish_of(p.works, calendar, latest_start, duration)
        if bound != NOWHERE:
            latest_finish = min(latest_finish, bound)
    slot, left = min(latest_finish, len(p.free)) - 1, duration
    while slot >= 0:
        if p.works[calendar, slot]:
            if not fits(p, free, activity, slot):
                left = duration
            else:
                left = max(0, left - 1)
                if left == 0 and slot <= latest_start:
                    return slot
        slot -= 1
    return NOWHERE


def take(p: Any, free: Any, activity: int, start: int) -> int:
    """Use up what the activity needs from ``start`` on; its finish."""
    calendar, left, slot = p.activities[activity, CALENDAR], p.activities[activity, DURATION], start
    while left > 0:
        if p.works[calendar, slot]:
            left -= 1
            for need in range(p.activities[activity, NEEDS], p.activities[activity, NEEDS_END]):
                free[slot, p.needs[need, RESOURCE]] -= p.needs[need, AMOUNT]
        slot += 1
    return slot


def reset(p: Any, w: Any) -> None:
    """As it is before anything but pinned activities is placed."""
    for slot in range(min(w.used[0], p.free.shape[0])):
        for resource in range(p.free.shape[1]):
            w.free[slot, resource] = p.free[slot, resource]
    for activity in range(p.activities.shape[0]):
        w.places[START, activity] = p.activities[activity, PIN]
        w.places[FINISH, activity] = p.activities[activity, PIN_FINISH]


def serial(p: Any, w: Any, order: Any) -> bool:
    """Place the activities one by one in ``order``, predecessors first; whether there were slots enough."""
    reset(p, w)
    end = 0
    for place in range(order.shape[0]):
        activity = order[place]
        start = first_free(p, w.free, activity, earliest_by_links(p, w, activity))
        if start == NOWHERE:
            w.used[0] = p.free.shape[0]
            return False
        w.places[START, activity] = start
        w.places[FINISH, activity] = take(p, w.free, activity, start)
        end = max(end, w.places[FINISH, activity])
    w.used[0] = end
    return True


def latest_by_links(p: Any, w: Any, activity: int) -> None:
    """Into ``w.used[1]`` and ``[2]`` the last start and finish that placed successors and the project's end allow."""
    last_start = last_finish = w.ends[LATEST, p.activities[activity, PROJECT]]
    for link in range(p.activities[activity, OUT], p.activities[activity, OUT_END]):
        after, kind = p.out_of[link, OTHER], p.out_of[link, KIND]
        if w.places[START, after] < 0 or p.activities[after, PIN] >= 0:
            continue
        until = w.places[FINISH, after] if kind & TO_FINISH else w.places[START, after]
        by = p.backward[p.out_of[link, SHIFT], until]
        if kind & FROM_START:
            last_start = min(last_start, by)
        else:
            last_finish = min(last_finish, by)
    w.used[1], w.used[2] = last_start, last_finish


def serial_backward(p: Any, w: Any, order: Any) -> bool:
    """Place the activities as late as ``w.ends[LATEST]`` of their projects allow, successors first; whether all fit."""
    reset(p, w)
    for project in range(w.ends.shape[1]):
        w.used[0] = max(w.used[0], w.ends[LATEST, project])
    for place in range(order.shape[0] - 1, -1, -1):
        activity = order[place]
        latest_by_links(p, w, activity)
        start = last_free(p, w.free, activity, w.used[1], w.used[2])
        if start == NOWHERE or start < p.activities[activity, RELEASE]:
            return False
        w.places[START, activity] = start
        w.places[FINISH, activity] = take(p, w.free, activity, start)
    return True


PASSES = (
    finish_of,
    start_for_finish,
    earliest_by_links,
    fits,
    first_free,
    last_free,
    take,
    reset,
    serial,
    latest_by_links,
    serial_backward,
)
