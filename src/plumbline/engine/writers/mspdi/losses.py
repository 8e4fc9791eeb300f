"""What of a plan Microsoft Project cannot say."""

from __future__ import annotations

from plumbline.engine.schedule import Activity, ActivityKind, ConstraintKind, Schedule
from plumbline.engine.writers.mspdi.calendars import MOST_WINDOWS
from plumbline.engine.writers.mspdi.identity import Identity
from plumbline.engine.writers.mspdi.kept_ids import can_be_kept
from plumbline.engine.writers.mspdi.numbers import are_kept
from plumbline.engine.writers.mspdi.resource_calendars import is_renamed
from plumbline.engine.writers.mspdi.resources import CODE_OF_KIND
from plumbline.engine.writers.mspdi.tasks import percent, written_constraint
from plumbline.engine.writers.mspdi.texts import LONGEST_CONTACT, LONGEST_NAME, cut, is_cut, resource_name
from plumbline.engine.writers.unsaid import UNSAID, ActivityLoss, note_activities, note_settings
from plumbline.engine.writers.written import Losses


def note_losses(schedule: Schedule, identity: Identity, losses: Losses) -> None:
    note_settings(schedule, losses)
    minutes_per_day = schedule.options.minutes_per_day
    if schedule.options.critical_at_or_below % minutes_per_day:
        losses.add("Float that is critical", "rounded to whole days")
    if schedule.id:
        losses.add("Id of the project", "left out")
    if is_cut(schedule.name):
        losses.add("Long names", "cut to what Project takes", "the project")
    note_activities(schedule.activities, (*UNSAID, *_UNSAID_HERE), losses)
    _note_calendars(schedule, losses)
    _note_resources(schedule, identity, losses)
    _note_ids(identity, losses)


def _note_calendars(schedule: Schedule, losses: Losses) -> None:
    for calendar in schedule.calendars:
        days = (*calendar.week, *(each.windows for each in calendar.exceptions))
        if any(len(each) > MOST_WINDOWS for each in days):
            losses.add("More than five working periods in a day", "only the first five are written", calendar.name)
        if calendar.minutes_per_day != schedule.options.minutes_per_day:
            losses.add("Hours per day of a calendar", "those of the project count for all", calendar.name)
    for name in is_renamed(schedule):
        losses.add("Names of calendars", "at most 51 characters, and each only once", name)


def _note_resources(schedule: Schedule, identity: Identity, losses: Losses) -> None:
    listed = {each.uid for each in schedule.resources}
    for each in identity.resources:
        if each.uid not in listed:
            losses.add("Resource without a name", "named after its unique id", str(each.uid))
        if each.kind not in CODE_OF_KIND:
            losses.add("Kind of a resource", "written as work", each.name)
        if is_cut(each.name):
            losses.add("Long names", "cut to what Project takes", str(each.uid))
        if resource_name(each.name) != cut(each.name):
            losses.add("Commas, semicolons and brackets in names of resources", "blanks", each.name)


def _note_ids(identity: Identity, losses: Losses) -> None:
    if not are_kept({uid: number for uid, number in identity.tasks.items() if uid not in identity.keep.unique}):
        losses.add("Unique ids of activities that Project cannot hold", "numbered anew")
    if identity.keep.unique:
        losses.add("Unique ids that are not whole numbers above 0", "in the field Text29; UID has a number")
    if not are_kept(identity.calendars) or not are_kept(identity.resource_numbers):
        losses.add("Unique ids of calendars or resources", "numbered anew")
    if not identity.ids_are_rows:
        losses.add("Activity ids that are not the numbers of rows", "in the fields WBS and Text30; ID numbers the rows")
        for each in identity.lines:
            if not can_be_kept(each.activity.id):
                losses.add("Activity ids that Project cannot hold", "left out", str(each.activity.uid))


def _is_relaxed(activity: Activity) -> bool:
    constraint = written_constraint(activity)
    return constraint is not None and constraint.kind in (ConstraintKind.START_ON, ConstraintKind.FINISH_ON)


def _has_a_long_text(activity: Activity) -> bool:
    return is_cut(activity.name, LONGEST_NAME) or is_cut(activity.responsible, LONGEST_CONTACT)


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
    ("Long names", "cut to what Project takes", _has_a_long_text),
)
