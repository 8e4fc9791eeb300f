"""What of a plan a table has no column for."""

from __future__ import annotations

from plumbline.engine.schedule import Activity, Schedule, StoredDates
from plumbline.engine.schedule.resource_time import resource_times
from plumbline.engine.writers.unsaid import UNSAID, ActivityLoss, note_activities, note_settings
from plumbline.engine.writers.written import Losses

UNFINISHED = 99.0
"""The most percent of what has no actual finish."""

_MINUTES_PER_DAY = 480


def note_losses(schedule: Schedule, losses: Losses) -> None:
    note_settings(schedule, losses)
    if schedule.id:
        losses.add("Id of the project", "left out")
    if schedule.options.minutes_per_day != _MINUTES_PER_DAY:
        losses.add("Hours per day of the project", "a day has 8 hours")
    if schedule.options.critical_at_or_below:
        losses.add("Float that is critical", "a float of 0 is")
    if any(each.stored not in (None, StoredDates()) for each in schedule.activities):
        losses.add("Early and late dates and floats of the planning tool", "left out")
    followers = resource_times(schedule)
    for each in schedule.activities:
        if each.uid in followers:
            losses.add("Work in the time of its resources", "by its own calendar", each.id or str(each.uid))
    note_activities(schedule.activities, (*UNSAID, *_UNSAID_HERE), losses)


def _has_no_actual_start(activity: Activity) -> bool:
    return activity.percent_complete > 0 and activity.actual_start is None


def _is_done_without_a_finish(activity: Activity) -> bool:
    return activity.percent_complete > UNFINISHED and activity.actual_finish is None


def _finishes_before_it_starts(activity: Activity) -> bool:
    return bool(activity.actual_start and activity.actual_finish and activity.actual_finish < activity.actual_start)


def _has_no_baseline_duration(activity: Activity) -> bool:
    baseline = activity.baseline
    return baseline is not None and bool(baseline.start and baseline.finish) and baseline.duration is None


_UNSAID_HERE: tuple[ActivityLoss, ...] = (
    ("Scheduled by hand", "scheduled by its links", lambda each: each.manual),
    ("Inactive", "written as active", lambda each: not each.active),
    ("Task of another plan", "written as one of this plan", lambda each: each.external),
    ("Progress without an actual start", "the planned start is taken when it is read", _has_no_actual_start),
    ("100 % without an actual finish", "written as 99 %", _is_done_without_a_finish),
    ("Actual start after the actual finish", "written as the actual finish", _finishes_before_it_starts),
    ("Baseline without a duration", "the working time between its dates when it is read", _has_no_baseline_duration),
)
