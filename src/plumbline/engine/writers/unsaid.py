"""What of a plan neither Microsoft Project nor a table can say, and what stands in the file instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    ProgressRule,
    Schedule,
)
from plumbline.engine.writers.written import Losses

ActivityLoss = tuple[str, str, Callable[[Activity], object]]
"""What is lost, what stands instead, and whether an activity has it."""

UNSAID: tuple[ActivityLoss, ...] = (
    (
        "Task without duration",
        "it becomes a milestone",
        lambda each: each.kind is ActivityKind.TASK and not each.duration,
    ),
    ("Milestone that takes time", "written as a task", lambda each: each.is_milestone and each.duration),
    ("Second constraint", "only the first is written", lambda each: len(each.constraints) > 1),
    ("Suspended or resumed", "left out", lambda each: each.suspended or each.resumed),
    ("Expected finish", "left out", lambda each: each.expected_finish),
    (
        "Dates asked for by links to other plans",
        "left out",
        lambda each: each.external_early_start or each.external_late_finish,
    ),
    ("Split into parts", "written in one piece", lambda each: each.interruption),
    ("Baseline without dates", "left out", lambda each: each.baseline and not (_has_dates(each))),
)


def note_activities(activities: Iterable[Activity], kinds: tuple[ActivityLoss, ...], losses: Losses) -> None:
    for each in activities:
        for what, instead, has in kinds:
            if has(each):
                losses.add(what, instead, each.id or str(each.uid))


def note_settings(schedule: Schedule, losses: Losses) -> None:
    """The settings of P6 that change its dates; the file is calculated as Microsoft Project does it."""
    options = schedule.options
    unsaid = (
        (schedule.dialect is Dialect.P6, "Conventions of Primavera P6", "dates follow those of Microsoft Project"),
        (schedule.must_finish_by is not None, "Date by which the project must finish", "left out"),
        (options.lag_calendar is not LagCalendar.SUCCESSOR, "Calendar of lags", "they count on the successor's"),
        (options.progress is not ProgressRule.RETAINED_LOGIC, "Rule for progress", "the logic is retained"),
        (options.critical_by is CriticalBy.LONGEST_PATH, "Longest path as critical", "critical is a matter of float"),
        (options.float_kind is not FloatKind.SMALLEST, "Kind of total float", "the smaller of the two is taken"),
        (not options.honour_constraints, "Constraints that give way to links", "they hold"),
    )
    for applies, what, instead in unsaid:
        if applies:
            losses.add(what, instead)


def _has_dates(activity: Activity) -> bool:
    return activity.baseline is not None and bool(activity.baseline.start or activity.baseline.finish)
