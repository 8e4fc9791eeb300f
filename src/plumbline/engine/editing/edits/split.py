"""Long work becomes several rows, one after the other."""

from __future__ import annotations

import itertools
from dataclasses import replace

from plumbline.engine.editing.amounts import duration_text
from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited, named
from plumbline.engine.editing.entries import minutes_in
from plumbline.engine.editing.outline import with_activities
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Link, LinkKind, Schedule, Uid

NAME = "split"
MOST_PARTS = 20


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """``row`` becomes ``parts`` (2 to 20) of about the same length in whole days, or two, the first of ``at``.

    The first part keeps uid, id, predecessors by its start and constraints; the last one takes over what hangs on the
    finish. Work and cost go along by length; deadline, calendar and owners to all that they concern.
    """
    row = arguments.wanted("row")
    _must_be_divisible(row)
    day = schedule.calendar_of(row).minutes_per_day
    lengths = _lengths(row, arguments, day)
    rows = _parts(schedule, row, lengths)
    at = schedule.activities.index(row)
    before = schedule.activities
    after = with_activities(
        schedule,
        [*before[:at], *rows, *before[at + 1 :]],
        links=_links(schedule, [each.uid for each in rows]),
        assignments=_assignments(schedule, rows, lengths),
    )
    shown = " + ".join(duration_text(each, row.elapsed, day) for each in lengths)
    return Edited(after, f"Split {named([row])} into {shown}")


def _must_be_divisible(row: Activity) -> None:
    problem = ""
    if row.kind is not ActivityKind.TASK:
        problem = "Only a task can be split; a milestone takes no time, and a summary has rows of its own."
    elif row.is_started:
        problem = "It has begun. Add a row for what is left, or take its actual start out first."
    elif row.baseline is not None:
        problem = "It has a baseline, which would no longer fit. Add rows below it instead."
    if problem:
        raise CannotEdit(problem, row=row.uid, field="duration")


def _lengths(row: Activity, arguments: Arguments, day: int) -> list[int]:
    first = arguments.text("at", 40).strip()
    if first:
        minutes, elapsed = minutes_in(first, day, row.uid, "at")
        if elapsed != row.elapsed or not 0 < minutes < row.duration:
            raise CannotEdit(
                "The first part has to be shorter than the whole, and not nothing.", row=row.uid, field="at"
            )
        return [minutes, row.duration - minutes]
    parts = arguments.number("parts", 2, 2, MOST_PARTS)
    unit = day if row.duration >= parts * day else 1
    if row.duration < parts:
        raise CannotEdit(f"It is too short for {parts} parts.", row=row.uid, field="parts")
    ends = [row.duration * number // parts // unit * unit for number in range(parts)] + [row.duration]
    return [end - start for start, end in itertools.pairwise(ends)]


def _parts(schedule: Schedule, row: Activity, lengths: list[int]) -> list[Activity]:
    uids: list[Uid] = [row.uid, *next_uids(schedule, len(lengths) - 1)]
    ids = [row.id, *map(str, uids[1:])]
    name = row.name or "Part"
    budgets = [None if row.budget is None else row.budget * each / row.duration for each in lengths]
    last = len(lengths) - 1
    at_start = tuple(each for each in row.constraints if "finish" not in each.kind.value)
    at_finish = tuple(each for each in row.constraints if "finish" in each.kind.value)
    return [
        replace(
            row,
            uid=uid,
            id=ids[number],
            name=f"{name} ({number + 1} of {len(lengths)})",
            duration=lengths[number],
            remaining=lengths[number],
            planned_start=row.planned_start if number == 0 else None,
            planned_finish=row.planned_finish if number == last else None,
            deadline=row.deadline if number == last else None,
            external_early_start=row.external_early_start if number == 0 else None,
            external_late_finish=row.external_late_finish if number == last else None,
            expected_finish=row.expected_finish if number == last else None,
            constraints=at_start if number == 0 else at_finish if number == last else (),
            budget=budgets[number],
            interruption=row.interruption if number == 0 else 0,
        )
        for number, uid in enumerate(uids)
    ]


def _links(schedule: Schedule, uids: list[Uid]) -> list[Link]:
    """What hung on the finish hangs on the last part; between the parts one link each."""
    first, last = uids[0], uids[-1]
    rewired = [
        replace(
            each,
            predecessor=last if each.predecessor == first and _from_finish(each) else each.predecessor,
            successor=last if each.successor == first and _to_finish(each) else each.successor,
        )
        for each in schedule.links
    ]
    return [*rewired, *(Link(one, other) for one, other in itertools.pairwise(uids))]


def _from_finish(link: Link) -> bool:
    return link.kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)


def _to_finish(link: Link) -> bool:
    return link.kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH)


def _assignments(schedule: Schedule, rows: list[Activity], lengths: list[int]) -> list[Assignment]:
    found: list[Assignment] = []
    whole = sum(lengths)
    for each in schedule.assignments:
        if each.activity != rows[0].uid:
            found.append(each)
            continue
        ends = [each.work * sum(lengths[:number]) // whole for number in range(len(lengths) + 1)]
        found += [
            replace(each, activity=row.uid, work=ends[number + 1] - ends[number], cost=each.cost * length / whole)
            for number, (row, length) in enumerate(zip(rows, lengths, strict=True))
        ]
    return found
