"""A plan as it is kept in a spreadsheet: one row per activity, saved as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime

from plumbline.demo.plans.calendars import ROUND_THE_CLOCK
from plumbline.engine.editing import with_forecast
from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import Activity, ActivityKind, Constraint, ConstraintKind, Dialect, Schedule, Uid

FILE_NAME = "{code} {day}.csv"
CONTINUOUS = "7x24"
HEADS = (
    *("ID", "Outline level", "Name", "Type", "Calendar", "Duration", "Remaining", "% complete", "Start", "Finish"),
    *("Actual start", "Actual finish", "Predecessors", "Constraint", "Constraint date", "Owner", "Work hours", "Cost"),
)
_TYPES = {
    ActivityKind.SUMMARY: "Summary",
    ActivityKind.START_MILESTONE: "Start milestone",
    ActivityKind.FINISH_MILESTONE: "Milestone",
}


def kept_in_a_spreadsheet(schedule: Schedule) -> Schedule:
    """The plan with what a spreadsheet can say: two calendars, no holidays, ids for everything."""
    ids = {each.uid: each.id for each in schedule.activities}
    plan = replace(
        schedule,
        dialect=Dialect.MSP,
        calendars=CALENDARS,
        default_calendar=STANDARD.uid,
        activities=tuple(
            replace(
                each,
                uid=each.id,
                parent=ids[each.parent] if each.parent is not None else None,
                calendar=CONTINUOUS if each.calendar == ROUND_THE_CLOCK else None,
            )
            for each in schedule.activities
        ),
        links=tuple(
            replace(each, predecessor=ids[each.predecessor], successor=ids[each.successor]) for each in schedule.links
        ),
        assignments=tuple(replace(each, activity=ids[each.activity]) for each in schedule.assignments),
    )
    return with_forecast(plan)


def moved_to_the_data_date(schedule: Schedule, first: Schedule) -> Schedule:
    """Work that could have begun and has not is moved by hand, as no tool does it."""
    data_date = schedule.data_date
    assert data_date is not None
    activities = tuple(
        replace(each, constraints=(Constraint(ConstraintKind.START_NO_EARLIER_THAN, data_date),))
        if not (each.is_started or each.is_summary or each.is_milestone) and _is_before(each.planned_start, data_date)
        else each
        for each in schedule.activities
    )
    return with_forecast(replace(schedule, activities=activities))


def written(schedule: Schedule) -> bytes:
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(("Project", schedule.name))
    rows.writerow(("Data date", _instant(schedule.data_date)))
    rows.writerow(("Project start", _instant(schedule.start)))
    rows.writerow(("Currency", schedule.currency))
    rows.writerow(())
    rows.writerow(HEADS)
    rows.writerows(_row(schedule, each) for each in schedule.activities)
    return text.getvalue().encode()


def _row(schedule: Schedule, activity: Activity) -> tuple[object, ...]:
    held = next(iter(activity.constraints), None)
    before = [str(each.predecessor) for each in schedule.links if each.successor == activity.uid]
    names = {each.uid: each.name for each in schedule.resources}
    does = [each for each in schedule.assignments if each.activity == activity.uid]
    return (
        activity.id,
        _level(schedule, activity),
        activity.name,
        _TYPES.get(activity.kind, "Task"),
        activity.calendar or "",
        f"{activity.duration / 60:g}h" if not activity.is_summary else "",
        f"{activity.remaining / 60:g}h" if not activity.is_summary else "",
        f"{activity.percent_complete:g}" if not activity.is_summary else "",
        _instant(activity.planned_start),
        _instant(activity.planned_finish),
        _instant(activity.actual_start),
        _instant(activity.actual_finish),
        "; ".join(before),
        "SNET" if held else "",
        _instant(held.date) if held else "",
        "; ".join(names[each.resource].replace(",", "") for each in does if each.resource is not None),
        f"{sum(each.work for each in does) / 60:g}" if does else "",
        f"{activity.budget:.2f}" if activity.budget else "",
    )


def _level(schedule: Schedule, activity: Activity) -> int:
    above: Uid | None = activity.parent
    return 1 if above is None else 1 + _level(schedule, schedule.activity_by_uid[above])


def _is_before(moment: datetime | None, data_date: datetime) -> bool:
    return moment is not None and moment < data_date


def _instant(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
