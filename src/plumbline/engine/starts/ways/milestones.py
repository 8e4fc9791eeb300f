"""Nothing but milestones, each on the day it is promised for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from plumbline.engine.readers.table.dates import Order, UnclearDate, instant_of
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule
from plumbline.engine.starts.rows import Rows
from plumbline.engine.starts.start import CannotStart, Choice, Start, Way

_MOST = 200
_END_OF_DAY = time(17)


def _plan(start: Start) -> Schedule:
    """One milestone a line, ``2026-09-30 Opening``; they follow one another in the order of their days."""
    promised = sorted(_promised(start), key=lambda each: each[0])
    rows = Rows()
    before: list[str] = []
    for day, name in promised:
        before = [rows.milestone(name, after=before)]
        rows.promise(before[0], day)
    plan = rows.plan(start.name, min(start.start, datetime.combine(promised[0][0].date(), start.start.time())))
    return replace(
        plan,
        activities=tuple(
            replace(each, constraints=(Constraint(ConstraintKind.FINISH_NO_EARLIER_THAN, each.deadline),))
            for each in plan.activities
        ),
    )


def _promised(start: Start) -> list[tuple[datetime, str]]:
    lines = [each.strip() for each in start.choices.get("milestones", "").splitlines() if each.strip()]
    if not lines:
        raise CannotStart("Write at least one milestone, its day first: 2026-09-30 Opening.", "milestones")
    if len(lines) > _MOST:
        raise CannotStart(
            f"More than {_MOST} milestones cannot be begun with; write the others in the plan.", "milestones"
        )
    return [_read(number, line) for number, line in enumerate(lines, start=1)]


def _read(number: int, line: str) -> tuple[datetime, str]:
    day, _, name = line.partition(" ")
    try:
        instant = instant_of(day.rstrip(";,:"), Order.UNKNOWN, _END_OF_DAY)
    except UnclearDate as error:
        raise CannotStart(f"Line {number}: {error}.", "milestones") from error
    if not name.strip():
        raise CannotStart(f"Line {number}: write what is reached on that day after the date.", "milestones")
    return instant, name.strip()


WAY = Way(
    title="Milestones only",
    summary="The days that were promised and nothing between them. Enough for a small project, or a first talk.",
    plan=_plan,
    choices=(
        Choice(
            name="milestones",
            label="Milestones",
            kind="lines",
            example="2027-03-31 Permit granted\n2027-09-30 Opening",
            help="One a line: the day, then what is reached on it.",
        ),
    ),
    order=20,
)
