"""The calculated dates of a plan, for comparing two plans whose unique ids may differ."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import ActivityDates, LoopInSchedule, calculate

Refusal = type[LoopInSchedule | OutOfWorkingTime]


def dates(schedule: Schedule) -> list[ActivityDates] | Refusal:
    """In the order of the activities; or why there are none."""
    try:
        found = calculate(schedule)
    except (LoopInSchedule, OutOfWorkingTime) as error:
        return type(error)
    return [found.dates[each.uid] for each in schedule.activities]


def dates_by_place(schedule: Schedule) -> list[ActivityDates] | Refusal:
    """Without the predecessors that drive them, which are named by unique ids."""
    found = dates(schedule)
    return [replace(each, driving=()) for each in found] if isinstance(found, list) else found


def without_loops(schedule: Schedule) -> Schedule:
    """With the links between activities that lead down the plan."""
    places = {each.uid: place for place, each in enumerate(schedule.activities)}
    summaries = {each.uid for each in schedule.activities if each.is_summary}
    kept = tuple(
        each
        for each in schedule.links
        if places[each.predecessor] < places[each.successor] and not {each.predecessor, each.successor} & summaries
    )
    return replace(schedule, links=kept)
