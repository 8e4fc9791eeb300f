"""What the rules count: tasks, open tasks, links, working days. Each is defined here and nowhere else.

Source: DCMA-EA PAM 200.1 (2012), section 4; the variants are explained in docs/methods/schedule-quality.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.rules.rule import not_assessable
from plumbline.engine.schedule import Activity, LagCalendar, Link, Resource, Schedule
from plumbline.engine.schedule.derived import once

NO_PLAN = not_assessable("No plan has been delivered yet. Deliver the plan as a file of the planning tool.")
NO_DATA_DATE = not_assessable(
    "The plan has no data date, so nothing can be said about its progress. "
    "Set the data date (status date) in the planning tool and deliver the plan again."
)
NO_BASELINE = not_assessable(
    "The plan has no baseline, so nothing can be compared with what was promised. "
    "Set a baseline in the planning tool, or name the plan version that is the baseline."
)

LINK_POPULATIONS = ("successor_incomplete", "either_end_incomplete", "all")
LINK_PARAMETER = ("links", "successor_incomplete")
LINK_CHOICES = ("links", LINK_POPULATIONS)


@once
def tasks(schedule: Schedule) -> tuple[Activity, ...]:
    """Activities that are work, finished or not: no summary, level of effort, milestone or inactive line."""
    return tuple(each for each in schedule.activities if _is_task(each))


@once
def incomplete_tasks(schedule: Schedule) -> tuple[Activity, ...]:
    """The population of most checks: tasks that are not complete."""
    return tuple(each for each in tasks(schedule) if not each.is_complete)


@once
def work_and_milestones(schedule: Schedule) -> tuple[Activity, ...]:
    """What the network is made of, finished or not: no summary, level of effort, inactive line or foreign activity."""
    return tuple(
        each
        for each in schedule.activities
        if each.active and not (each.is_summary or each.is_level_of_effort or each.external)
    )


@once
def open_milestones(schedule: Schedule) -> tuple[Activity, ...]:
    return tuple(each for each in work_and_milestones(schedule) if each.is_milestone and not each.is_complete)


def people_and_machines(schedule: Schedule) -> tuple[Resource, ...]:
    """Resources that do the work: no material, no cost."""
    return tuple(each for each in schedule.resources if each.kind in ("work", "equipment"))


@once
def logic_links(schedule: Schedule) -> tuple[Link, ...]:
    """Links that tie work to work: a level of effort follows the work and holds nothing."""
    ties = _uids_of(schedule, lambda each: each.active and not each.is_level_of_effort)
    return tuple(each for each in schedule.links if each.predecessor in ties and each.successor in ties)


def assessed_links(schedule: Schedule, population: str) -> tuple[Link, ...]:
    """Links between activities (milestones included, summaries not) of one of ``LINK_POPULATIONS``."""
    lines = _uids_of(schedule, lambda each: not each.is_summary)
    links = tuple(each for each in logic_links(schedule) if each.predecessor in lines and each.successor in lines)
    if population == "all":
        return links
    still_open = _uids_of(schedule, lambda each: not each.is_complete)
    if population == "either_end_incomplete":
        return tuple(each for each in links if each.predecessor in still_open or each.successor in still_open)
    return tuple(each for each in links if each.successor in still_open)


def minutes_per_day(schedule: Schedule, activity: Activity) -> int:
    """Length of a working day of the activity: its calendar's, or 24 hours for an elapsed duration."""
    return MINUTES_PER_DAY if activity.elapsed else schedule.calendar_of(activity).minutes_per_day


def in_days(schedule: Schedule, activity: Activity, minutes: int) -> Fraction:
    """Working minutes of an activity as working days of its calendar, exactly."""
    return Fraction(minutes, minutes_per_day(schedule, activity))


def lag_in_days(schedule: Schedule, link: Link) -> Fraction:
    """A link's lag as days of the calendar that the plan counts lags in, negative for a lead."""
    calendar = lag_calendar(schedule, link)
    return Fraction(link.lag, MINUTES_PER_DAY if calendar is ALWAYS else calendar.minutes_per_day)


def lag_calendar(schedule: Schedule, link: Link) -> WorkCalendar:
    """The calendar that the plan counts the lag of a link in: ``ALWAYS`` for an elapsed lag."""
    if link.elapsed or schedule.options.lag_calendar is LagCalendar.ALWAYS:
        return ALWAYS
    return {
        LagCalendar.PREDECESSOR: schedule.calendar_of(schedule.activity_by_uid[link.predecessor]),
        LagCalendar.SUCCESSOR: schedule.calendar_of(schedule.activity_by_uid[link.successor]),
    }.get(schedule.options.lag_calendar, schedule.calendar_by_uid[schedule.default_calendar])


def days_as_text(days: Fraction) -> str:
    return f"{float(days):.1f} days"


def has_baseline(activities: Iterable[Activity]) -> bool:
    return any(each.baseline is not None and each.baseline.finish is not None for each in activities)


def _is_task(activity: Activity) -> bool:
    is_work = not (activity.is_summary or activity.is_level_of_effort or activity.is_milestone)
    takes_time = activity.duration > 0 or activity.is_complete
    return is_work and takes_time and activity.active and not activity.external


def _uids_of(schedule: Schedule, holds: Callable[[Activity], bool]) -> set[int | str]:
    return {each.uid for each in schedule.activities if holds(each)}
