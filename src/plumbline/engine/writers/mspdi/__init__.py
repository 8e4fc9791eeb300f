"""Microsoft Project XML (MSPDI), in the order of elements of Microsoft's published schema (mspdi_pj12.xsd)."""

from __future__ import annotations

import re
from collections import defaultdict

from plumbline.engine.readers.mspdi import EXTENSIONS, FORMAT
from plumbline.engine.schedule import Activity, ActivityKind, ConstraintKind, Link, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.writers.mspdi.calendars import write_calendar
from plumbline.engine.writers.mspdi.elements import Elements, instant
from plumbline.engine.writers.mspdi.numbers import are_kept, numbered, row_numbers
from plumbline.engine.writers.mspdi.resources import with_unlisted, write_assignments, write_resources
from plumbline.engine.writers.mspdi.tasks import Numbers, percent, write_task, written_constraint
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.outline import Line, outline_lines
from plumbline.engine.writers.unsaid import UNSAID, ActivityLoss, note_activities, note_settings
from plumbline.engine.writers.written import Losses, Written

__all__ = ["EXTENSIONS", "FORMAT", "write"]

_NAMESPACE = ' xmlns="http://schemas.microsoft.com/project"'
_CODE = re.compile("[A-Z]{3}")
_ROOT_UID = 0


def write(schedule: Schedule, calculation: Calculation | None = None) -> Written:
    """The plan as Project opens it, with what Project cannot say.

    Baseline 0 is written; early and late dates and floats are those the source tool stored, else of ``calculation``.
    Unique ids that are whole numbers are kept. The activity id is in the field WBS, and in ID too where ids are the
    numbers of rows.
    """
    losses = Losses()
    lines = list(outline_lines(schedule))
    _note_losses(schedule, losses)
    resources = with_unlisted(schedule, losses)
    calendar_numbers = numbered(each.uid for each in schedule.calendars)
    resource_numbers = numbered(each.uid for each in resources)
    numbers = Numbers(_task_numbers(lines), calendar_numbers)
    out = Elements()
    with out.within("Project", _NAMESPACE):
        _settings(out, schedule, numbers, losses)
        with out.within("Calendars"):
            for each in schedule.calendars:
                write_calendar(out, each, calendar_numbers, schedule.options.minutes_per_day, losses)
        _tasks(out, schedule, lines, numbers, calculation, losses)
        write_resources(out, resources, resource_numbers, calendar_numbers, losses)
        write_assignments(out, schedule.assignments, numbers.tasks, resource_numbers)
    if not all(map(are_kept, (numbers.tasks, calendar_numbers, resource_numbers))):
        losses.add("Unique ids that are not whole numbers above 0", "numbered anew")
    return Written(out.encoded(), losses.as_tuple())


def _settings(out: Elements, schedule: Schedule, numbers: Numbers, losses: Losses) -> None:
    minutes_per_day = schedule.options.minutes_per_day
    slack = round(schedule.options.critical_at_or_below / minutes_per_day)
    if slack * minutes_per_day != schedule.options.critical_at_or_below:
        losses.add("Float that is critical", "rounded to whole days")
    name, currency = one_line(schedule.name), one_line(schedule.currency)
    is_code = _CODE.fullmatch(currency) is not None
    out.add_all(
        SaveVersion=14,
        Name=name,
        Title=name,
        ScheduleFromStart=1,
        StartDate=instant(schedule.start),
        CriticalSlackLimit=slack,
        CurrencySymbol=currency or None,
        CurrencyCode=currency if is_code else None,
        CalendarUID=numbers.calendars[schedule.default_calendar],
        MinutesPerDay=minutes_per_day,
        MinutesPerWeek=5 * minutes_per_day,
        DaysPerMonth=20,
        DurationFormat=7,
        HonorConstraints=int(schedule.options.honour_constraints),
        StatusDate=instant(schedule.data_date),
        NewTasksAreManual=0,
    )


def _tasks(
    out: Elements,
    schedule: Schedule,
    lines: list[Line],
    numbers: Numbers,
    calculation: Calculation | None,
    losses: Losses,
) -> None:
    top = 0 if _has_root(lines) else 1
    links: dict[Uid, list[Link]] = defaultdict(list)
    for each in schedule.links:
        links[each.successor].append(each)
    rows = row_numbers((each.activity.id for each in lines), top)
    if rows is None:
        rows = list(range(top, top + len(lines)))
        losses.add("Activity ids that are not the numbers of rows", "in the field WBS; ID numbers the rows")
    dates = calculation.dates if calculation else {}
    with out.within("Tasks"):
        for line, row in zip(lines, rows, strict=True):
            uid = line.activity.uid
            level = line.depth - 1 + top
            write_task(out, line, row, level, numbers, links[uid], dates.get(uid))


def _task_numbers(lines: list[Line]) -> dict[Uid, int]:
    """UID 0 is the summary of the whole project, and nothing else."""
    root = {lines[0].activity.uid: 0} if _has_root(lines) else {}
    return root | numbered(each.activity.uid for each in lines[len(root) :])


def _has_root(lines: list[Line]) -> bool:
    first = lines[0].activity if lines else None
    return (
        first is not None
        and first.uid == _ROOT_UID
        and first.is_summary
        and not any(each.depth == 1 for each in lines[1:])
    )


def _note_losses(schedule: Schedule, losses: Losses) -> None:
    note_settings(schedule, losses)
    if schedule.id:
        losses.add("Id of the project", "left out")
    note_activities(schedule.activities, (*UNSAID, *_UNSAID_HERE), losses)


def _is_relaxed(activity: Activity) -> bool:
    constraint = written_constraint(activity)
    return constraint is not None and constraint.kind in (ConstraintKind.START_ON, ConstraintKind.FINISH_ON)


_UNSAID_HERE: tuple[ActivityLoss, ...] = (
    (
        "Level of effort",
        "written as a task of its present duration",
        lambda each: each.is_level_of_effort,
    ),
    (
        "Start milestone",
        "written as a milestone, which has no such kinds here",
        lambda each: each.kind is ActivityKind.START_MILESTONE,
    ),
    ("Start on or finish on", "written as must start on or must finish on, which hold against the logic", _is_relaxed),
    (
        "Percent complete",
        "rounded to whole percents, and to 99 where nothing is finished",
        lambda each: abs(percent(each) - (100 if each.is_complete else each.percent_complete)) > 1e-9,
    ),
)
