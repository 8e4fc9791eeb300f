"""The project of MPXJ's JSON: its parts put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.kept_ids import ACTIVITY_ID, UNIQUE_ID, KeptField, with_kept_ids
from plumbline.engine.readers.limits import (
    MAX_ACTIVITIES,
    MAX_ASSIGNMENTS,
    MAX_CALENDAR_DAYS_TOGETHER,
    MAX_CALENDARS,
    MAX_LINKS,
    MAX_LOOSE_ELEMENTS,
    MAX_RESOURCES,
    check_count,
)
from plumbline.engine.readers.mpxj_json.calendars import read_calendar
from plumbline.engine.readers.mpxj_json.elapsed import calendars_of_resources, with_elapsed
from plumbline.engine.readers.mpxj_json.fields import Fields
from plumbline.engine.readers.mpxj_json.options import dialect_of, options_of
from plumbline.engine.readers.mpxj_json.splits import with_interruptions
from plumbline.engine.readers.mpxj_json.tasks import LinkData, link_of, read_links, read_task
from plumbline.engine.readers.mspdi.calendars import STANDARD_WEEK, CalendarData, work_calendars
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Dialect, Link, Resource, Schedule, Uid

_RESOURCE_KINDS = {"NON_LABOR": "equipment", "MATERIAL": "material", "COST": "cost"}


def schedule_of(file: Fields, problems: Problems) -> Schedule:
    properties = file.child("property_values")
    tasks = [each for each in file.objects("tasks", MAX_ACTIVITIES) if not each.flag("null")]
    if properties is None or not tasks:
        raise UnreadableSchedule(Problem("The plan has no tasks. Open it in its own program and save it again."))
    unique, visible = (_kept_ids(each, file, tasks) for each in (UNIQUE_ID, ACTIVITY_ID))
    return with_kept_ids(_schedule(file, properties, tasks, problems), unique, visible, problems)


def _schedule(file: Fields, properties: Fields, tasks: list[Fields], problems: Problems) -> Schedule:
    dialect = dialect_of(properties)
    options = options_of(properties, dialect)
    calendars = work_calendars(_calendar_data(file), options.minutes_per_day, problems)
    default = _default_calendar(properties, calendars, options.minutes_per_day, problems)
    resources = [*_resources(file)]
    activities = [*_outline([read_task(each, dialect, problems) for each in tasks])]
    known = {each.uid for each in activities}
    assignments = [each for each in _assignments(file, resources) if each.activity in known]
    activities = [*_with_known_calendars(activities, calendars, problems)]
    if dialect is Dialect.MSP:
        activities = [*with_elapsed(activities, calendars, default, resources, assignments)]
        activities = [
            *with_interruptions(activities, tasks, calendars, default, calendars_of_resources(resources, assignments))
        ]
    _note_what_is_left_out(properties, activities, problems)
    links = [link for task in tasks for link in read_links(task)]
    check_count("links", len(links), MAX_LINKS)
    return Schedule(
        name=properties.text("name") or properties.text("project_title"),
        dialect=dialect,
        start=_start(properties, dialect, activities),
        id=properties.text("project_id"),
        uid=properties.whole("unique_id"),
        data_date=properties.instant("status_date"),
        must_finish_by=properties.instant("must_finish_by"),
        calendars=tuple(calendars),
        default_calendar=default,
        activities=tuple(activities),
        links=tuple(_links(links, {each.uid: each for each in activities}, problems)),
        resources=tuple(resources),
        assignments=tuple(assignments),
        options=options,
        currency=properties.text("currency_code") or properties.text("currency_symbol"),
    )


def _kept_ids(kept: KeptField, file: Fields, tasks: Iterable[Fields]) -> Mapping[Uid, str]:
    name = kept.name.lower()
    fields = file.objects("custom_fields", MAX_LOOSE_ELEMENTS)
    if not any(
        (each.text("field_type_class"), each.text("field_type"), each.text("field_alias")) == ("task", name, kept.title)
        for each in fields
    ):
        return {}
    return {each.uid("unique_id"): value for each in tasks if (value := each.text(name))}


def _start(properties: Fields, dialect: Dialect, activities: Iterable[Activity]) -> datetime:
    start = properties.instant("planned_start" if dialect is Dialect.P6 else "start_date") or _earliest(activities)
    if start is None:
        raise properties.refusal("neither the project nor any of its tasks has a start date", "start_date")
    return start


def _calendar_data(file: Fields) -> dict[int, CalendarData]:
    calendars: dict[int, CalendarData] = {}
    days = 0
    for each in file.objects("calendars", MAX_CALENDARS):
        data = read_calendar(each)
        days += len(data.exceptions)
        check_count("calendar exceptions", days, MAX_CALENDAR_DAYS_TOGETHER)
        if data.uid in calendars:
            raise each.refusal("two calendars have this id", "unique_id")
        calendars[data.uid] = data
    return calendars


def _default_calendar(
    properties: Fields, calendars: list[WorkCalendar], minutes_per_day: int, problems: Problems
) -> Uid:
    uid = properties.whole("default_calendar_unique_id")
    if uid is not None and any(each.uid == uid for each in calendars):
        return uid
    if not calendars:
        calendars.append(WorkCalendar(uid=0, name="Standard", week=STANDARD_WEEK, minutes_per_day=minutes_per_day))
    problems.add(
        "projects without a calendar",
        f"The project names no calendar that is in the file; '{calendars[0].name}' was taken.",
    )
    return calendars[0].uid


def _outline(activities: list[Activity]) -> Iterator[Activity]:
    """A task with tasks below it is a summary, whether it is marked as one or not."""
    parents = {each.parent for each in activities}
    for each in activities:
        yield replace(each, kind=ActivityKind.SUMMARY) if each.uid in parents and not each.is_summary else each


def _with_known_calendars(
    activities: Iterable[Activity], calendars: Iterable[WorkCalendar], problems: Problems
) -> Iterator[Activity]:
    known = {each.uid for each in calendars}
    for each in activities:
        if each.calendar is None or each.calendar in known:
            yield each
            continue
        problems.add(
            "unknown calendars",
            f"Calendar {each.calendar} is not usable; the project's own was taken.",
            f"task {each.id} '{each.name}'",
        )
        yield replace(each, calendar=None)


def _resources(file: Fields) -> Iterator[Resource]:
    """Roles and what has no name do no work of their own."""
    for each in file.objects("resources", MAX_RESOURCES):
        if each.text("name") and not each.flag("role"):
            yield Resource(
                uid=each.uid("unique_id"),
                name=each.text("name"),
                kind=_RESOURCE_KINDS.get(each.text("type"), "work"),
                calendar=each.whole("calendar_unique_id"),
                max_units=_share(each, "max_units"),
            )


def _assignments(file: Fields, resources: Iterable[Resource]) -> Iterator[Assignment]:
    """A cost or a quantity of material is no work. P6 tells planned from expected work; then it is the planned."""
    idle = {each.uid for each in resources if each.kind in ("material", "cost")}
    for each in file.objects("assignments", MAX_ASSIGNMENTS):
        activity, resource = each.whole("task_unique_id"), each.whole("resource_unique_id")
        if activity is None or resource is None:
            continue
        work, cost = each.minutes("planned_work"), each.number("planned_cost")
        work = each.minutes("work") if work is None else work
        cost = each.number("cost") if cost is None else cost
        yield Assignment(
            activity=activity,
            resource=resource,
            work=0 if resource in idle else max(0, work or 0),
            cost=cost or 0.0,
            units=_share(each, "assignment_units"),
        )


def _share(fields: Fields, name: str) -> float | None:
    percent = fields.number(name)
    return None if percent is None else percent / 100


def _earliest(activities: Iterable[Activity]) -> datetime | None:
    return min((each.planned_start for each in activities if each.planned_start is not None), default=None)


def _links(links: Iterable[LinkData], by_uid: Mapping[Uid, Activity], problems: Problems) -> Iterator[Link]:
    for each in links:
        predecessor = by_uid.get(each.predecessor)
        if predecessor is None:
            problems.add(
                "links to missing tasks",
                f"A link comes from task {each.predecessor}, which is not in the file, and was left out.",
                each.place,
            )
        else:
            yield link_of(each, predecessor)


def _note_what_is_left_out(properties: Fields, activities: Iterable[Activity], problems: Problems) -> None:
    if properties.text("schedule_from") == "FINISH":
        problems.add(
            "plans scheduled from their finish",
            "The plan is scheduled backward from its finish date; here dates are calculated from its start.",
        )
    if properties.instant("status_date") is None and any(each.is_started for each in activities):
        problems.add(
            "plans without a status date",
            "The plan has no status date, so progress cannot be judged. Set it in the program that made the plan.",
        )
