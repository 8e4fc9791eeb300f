"""The tree of a plan as a list: who is under whom, and what a row becomes when something comes under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.row_order import with_parts
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Link, Schedule, Uid

A_DAY = 480
DEEPEST = 20


def children_of(activities: Iterable[Activity]) -> dict[Uid | None, list[Activity]]:
    found: dict[Uid | None, list[Activity]] = defaultdict(list)
    for each in activities:
        found[each.parent].append(each)
    return found


def with_all_below(schedule: Schedule, rows: Collection[Activity]) -> set[Uid]:
    """The uids of ``rows`` and of everything under them."""
    found = {each.uid for each in rows}
    for each in schedule.activities:
        if each.parent in found:
            found.add(each.uid)
    return found


def topmost(schedule: Schedule, rows: Iterable[Activity]) -> list[Activity]:
    """Those of ``rows`` that are not below another of them."""
    chosen = list(rows)
    below = with_all_below(schedule, chosen) - {each.uid for each in chosen}
    uids = {each.uid for each in chosen}
    return [each for each in chosen if each.uid not in below and each.parent not in uids]


def with_activities(
    schedule: Schedule,
    activities: Iterable[Activity],
    *,
    links: Iterable[Link] | None = None,
    assignments: Iterable[Assignment] | None = None,
) -> Schedule:
    """The plan with these rows, each before what is under it, siblings in the order given.

    ``links`` and ``assignments`` are other ones than before, where given. A row that something comes under becomes a
    summary; one that has lost everything under it is work again, of a day. Links and assignments of rows that are gone
    go with them, and links to a summary that a row has come into. Raises CannotEdit where a row would lie deeper than
    ``DEEPEST``.
    """
    had_rows_below = {each.parent for each in schedule.activities}
    children = children_of(activities)
    rows = tuple(fitting(each, bool(children.get(each.uid)), had_rows_below) for each in in_outline_order(children))
    kept = {each.uid for each in rows}
    wanted = schedule.links if links is None else links
    linked = tuple(each for each in wanted if each.predecessor in kept and each.successor in kept)
    work = schedule.assignments if assignments is None else assignments
    return with_parts(
        schedule,
        rows,
        tuple(_possible(linked, schedule.activity_by_uid, {each.uid: each for each in rows})),
        tuple(each for each in work if each.activity in kept),
        schedule.resources,
    )


def _possible(links: Iterable[Link], before: Mapping[Uid, Activity], after: Mapping[Uid, Activity]) -> Iterator[Link]:
    """Those without an end that has come under the other: a summary and what is in it cannot wait for each other."""
    if all(before[uid].parent == each.parent for uid, each in after.items() if uid in before):
        yield from links
        return
    for each in links:
        ends = each.predecessor, each.successor
        if not _are_nested(after, *ends) or _are_nested(before, *ends):
            yield each


def _are_nested(activities: Mapping[Uid, Activity], one: Uid, other: Uid) -> bool:
    return one in above(activities, other) or other in above(activities, one)


def above(activities: Mapping[Uid, Activity], uid: Uid) -> list[Uid]:
    """The uids of the summaries a row is in, the nearest first."""
    found: list[Uid] = []
    parent = activities[uid].parent
    while parent is not None:
        found.append(parent)
        parent = activities[parent].parent
    return found


def in_outline_order(children: Mapping[Uid | None, list[Activity]]) -> Iterator[Activity]:
    """Each row before what is under it. Raises CannotEdit for one deeper than ``DEEPEST``."""
    waiting = [(each, 1) for each in reversed(children.get(None, []))]
    while waiting:
        each, depth = waiting.pop()
        if depth > DEEPEST:
            raise CannotEdit(f"Rows cannot lie deeper than {DEEPEST} levels.", row=each.uid)
        yield each
        waiting.extend((child, depth + 1) for child in reversed(children.get(each.uid, [])))


def fitting(activity: Activity, has_rows_below: bool, had_rows_below: Collection[Uid | None]) -> Activity:
    """A summary where rows are below it, work of a day where none are any more."""
    if has_rows_below and not activity.is_summary:
        return replace(_untouched(activity, 0), kind=ActivityKind.SUMMARY, elapsed=False)
    if activity.is_summary and not has_rows_below and activity.uid in had_rows_below:
        return replace(_untouched(activity, A_DAY), kind=ActivityKind.TASK)
    return activity


def _untouched(activity: Activity, duration: int) -> Activity:
    """Progress of a summary follows from the rows below it, so it has none of its own to keep or to give back."""
    return replace(
        activity, duration=duration, remaining=duration, percent_complete=0.0, actual_start=None, actual_finish=None
    )
