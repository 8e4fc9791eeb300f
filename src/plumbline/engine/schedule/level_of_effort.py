"""Level of effort: placed after both passes between the activities it serves; it drives nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from plumbline.engine.calendars.work_windows import WorkWindows, to_minutes
from plumbline.engine.schedule.forward_pass import EarlyDates
from plumbline.engine.schedule.kinds import LinkKind
from plumbline.engine.schedule.model import Activity, Link, Schedule, Uid

Span = tuple[int, int]


@dataclass(slots=True)
class _Links:
    into: list[Link] = field(default_factory=list)
    out_of: list[Link] = field(default_factory=list)


def place_levels_of_effort(
    schedule: Schedule, early: EarlyDates, early_spans: Mapping[Uid, Span], late_spans: Mapping[Uid, Span]
) -> dict[Uid, tuple[Span, Span]]:
    """Early and late span (minutes) of each level of effort, from the spans of the activities it is tied to."""
    links: dict[Uid, _Links] = defaultdict(_Links)
    for link in schedule.links:
        links[link.successor].into.append(link)
        links[link.predecessor].out_of.append(link)
    return {
        each.uid: _spans(each, links[each.uid], early, early_spans, late_spans)
        for each in schedule.activities
        if each.is_level_of_effort
    }


def _spans(
    activity: Activity,
    links: _Links,
    early: EarlyDates,
    early_spans: Mapping[Uid, Span],
    late_spans: Mapping[Uid, Span],
) -> tuple[Span, Span]:
    if activity.actual_start and activity.actual_finish:
        actual = to_minutes(activity.actual_start), to_minutes(activity.actual_finish)
        return actual, actual
    windows, earliest = early.network.windows_of[activity.calendar], early.conventions.earliest
    starts, finishes = _ties(links, early_spans)
    start = earliest if activity.is_started else max(earliest, min(starts, default=earliest))
    late_starts, late_finishes = _ties(links, late_spans)
    return (
        _span(windows, start, finishes, activity.remaining),
        _span(windows, min(late_starts, default=start), late_finishes, activity.remaining),
    )


def _span(windows: WorkWindows, start: int, finishes: list[int], duration: int) -> Span:
    start = windows.next_work_start(start)
    finish = windows.previous_work_finish(max(finishes)) if finishes else windows.add(start, duration)
    return start, max(start, finish)


def _ties(links: _Links, spans: Mapping[Uid, Span]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    finishes: list[int] = []
    for link in links.into:
        if link.predecessor in spans:
            span = spans[link.predecessor]
            instant = span[1] if link.kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH) else span[0]
            to_start = link.kind in (LinkKind.FINISH_START, LinkKind.START_START)
            (starts if to_start else finishes).append(instant)
    for link in links.out_of:
        if link.successor in spans:
            span = spans[link.successor]
            instant = span[1] if link.kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH) else span[0]
            from_start = link.kind in (LinkKind.START_START, LinkKind.START_FINISH)
            (starts if from_start else finishes).append(instant)
    return starts, finishes
