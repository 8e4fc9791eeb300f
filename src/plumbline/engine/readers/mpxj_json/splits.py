"""Tasks that rest in between: MPXJ's JSON has the spans in which they are worked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from plumbline.engine.calendars import OutOfWorkingTime, WorkCalendar, WorkingTime
from plumbline.engine.readers.limits import MAX_CALENDAR_DAYS
from plumbline.engine.readers.mpxj_json.fields import Fields
from plumbline.engine.schedule import Activity, Uid

Spans = list[tuple[datetime, datetime]]


def with_interruptions(
    activities: Iterable[Activity],
    tasks: Iterable[Fields],
    calendars: Iterable[WorkCalendar],
    default: Uid,
    of_resources: Mapping[Uid, set[Uid]],
) -> Iterator[Activity]:
    """Activities as they are, with the working time between the spans of those that have several.

    It is counted on the calendar of the resource, if there is one that all who are assigned share.
    """
    spans_of = {each.uid("unique_id"): spans for each in tasks if len(spans := _spans(each)) > 1}
    calendar_of = {each.uid: each for each in calendars}
    for each in activities:
        if each.uid not in spans_of or each.is_summary or each.is_complete:
            yield each
            continue
        own = each.calendar if each.calendar is not None else default
        shared = of_resources.get(each.uid, set()) & calendar_of.keys() if each.follows_resources else set()
        calendar = calendar_of[next(iter(shared)) if len(shared) == 1 else own]
        yield replace(each, interruption=_between(spans_of[each.uid], WorkingTime(calendar)))


def _spans(task: Fields) -> Spans:
    spans = ((each.instant("start"), each.instant("end")) for each in task.objects("work_splits", MAX_CALENDAR_DAYS))
    return sorted((start, end) for start, end in spans if start and end)


def _between(spans: Spans, time: WorkingTime) -> int:
    try:
        return sum(max(0, time.between(before[1], after[0])) for before, after in pairwise(spans))
    except OutOfWorkingTime:
        return 0
