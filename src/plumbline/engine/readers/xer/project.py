"""One project of an XER: its rows of every table put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.limits import MAX_MINUTES
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.xer.activities import ActivityReader, wbs_uid
from plumbline.engine.readers.xer.outline import outline
from plumbline.engine.readers.xer.tables import Row
from plumbline.engine.schedule import (
    Activity,
    Assignment,
    Dialect,
    FloatKind,
    LagCalendar,
    Link,
    LinkKind,
    ProgressRule,
    Resource,
    Schedule,
    ScheduleOptions,
    Uid,
)

Calendars = Mapping[Uid, tuple[Row, WorkCalendar]]
RowsByTable = Mapping[str, list[Row]]

_LAG_CALENDARS = {
    "rcal_Predecessor": LagCalendar.PREDECESSOR,
    "rcal_Successor": LagCalendar.SUCCESSOR,
    "rcal_24Hour": LagCalendar.ALWAYS,
    "rcal_ProjDefault": LagCalendar.PROJECT,
}
_FLOATS = {"FT_FF": FloatKind.FINISH, "FT_SF": FloatKind.START, "FT_Min": FloatKind.SMALLEST}
_LINKS = {
    "PR_FS": LinkKind.FINISH_START,
    "PR_SS": LinkKind.START_START,
    "PR_FF": LinkKind.FINISH_FINISH,
    "PR_SF": LinkKind.START_FINISH,
}
_RESOURCE_KINDS = {"RT_Labor": "work", "RT_Equip": "equipment", "RT_Mat": "material"}


def read_project(
    project: Row, rows: RowsByTable, calendars: Calendars, resources: list[Row], currency: str, problems: Problems
) -> Schedule:
    """The schedule of the project in row ``project``; ``rows`` are its own rows, ``resources`` the file's."""
    options_row = rows["SCHEDOPTIONS"][0] if rows["SCHEDOPTIONS"] else None
    own_calendars = _calendars_of(project, rows["TASK"], calendars)
    default_calendar = _default_calendar(project, calendars, own_calendars, problems)
    wbs = {uid: row for row in rows["PROJWBS"] if (uid := wbs_uid(row, "wbs_id")) is not None}
    reader = ActivityReader(
        own_calendars,
        default_calendar,
        project.instant("last_recalc_date"),
        options_row is None or options_row.text("sched_use_expect_end_flag") != "N",
        _budgets(rows["TASKRSRC"], rows["PROJCOST"]),
        problems,
    )
    activities = tuple(outline(wbs, rows["TASK"], lambda row: reader.read(row, wbs), problems))
    known = {each.uid for each in activities}
    assignments = tuple(_assignments(rows["TASKRSRC"], known))
    return Schedule(
        uid=project.needed_uid("proj_id"),
        id=project.name("proj_short_name"),
        name=_name(project, rows["PROJWBS"]),
        dialect=Dialect.P6,
        start=_start(project, activities),
        data_date=project.instant("last_recalc_date"),
        must_finish_by=project.instant("plan_end_date"),
        calendars=tuple(own_calendars.values()),
        default_calendar=default_calendar,
        activities=activities,
        links=tuple(_links(rows["TASKPRED"], known, problems)),
        resources=tuple(_resources(resources, assignments)),
        assignments=assignments,
        options=_options(project, options_row, own_calendars[default_calendar], problems),
        currency=currency,
    )


def _calendars_of(project: Row, tasks: Iterable[Row], calendars: Calendars) -> dict[Uid, WorkCalendar]:
    """Global calendars, the project's own, and whatever its activities use."""
    uid = project.uid("proj_id")
    used = {row.uid("clndr_id") for row in tasks} | {project.uid("clndr_id")}
    return {
        each: calendar
        for each, (row, calendar) in calendars.items()
        if each in used or row.uid("proj_id") == uid or (row.uid("proj_id") is None and not _is_of_a_resource(row))
    }


def _is_of_a_resource(row: Row) -> bool:
    return row.text("clndr_type") == "CA_Rsrc"


def _default_calendar(project: Row, calendars: Calendars, own: Mapping[Uid, WorkCalendar], problems: Problems) -> Uid:
    uid = project.uid("clndr_id")
    if uid is not None and uid in own:
        return uid
    marked = (each for each in own if calendars[each][0].flag("default_flag"))
    fallback = next(marked, next(iter(own), None))
    if fallback is None:
        raise UnreadableSchedule(
            Problem(
                "The file has no calendar with working time, so no date can be worked out. Export the whole project.",
                "table CALENDAR",
            )
        )
    problems.add(
        "projects without a calendar",
        f"The project names no calendar that is in the file; '{own[fallback].name}' was taken.",
        project.place,
    )
    return fallback


def _name(project: Row, wbs: Iterable[Row]) -> str:
    top = (row.name("wbs_name") for row in wbs if row.flag("proj_node_flag"))
    return next(top, "") or project.name("proj_short_name") or f"Project {project.uid('proj_id')}"


def _start(project: Row, activities: Iterable[Activity]) -> datetime:
    start = project.instant("plan_start_date") or project.instant("last_recalc_date")
    if start is not None:
        return start
    starts = [each.planned_start for each in activities if each.planned_start is not None]
    if not starts:
        raise project.refusal(
            "neither the project nor any of its activities has a start date. Schedule it in P6 and export it again.",
            "plan_start_date",
        )
    return min(starts)


def _options(project: Row, row: Row | None, calendar: WorkCalendar, problems: Problems) -> ScheduleOptions:
    critical = project.minutes("critical_drtn_hr_cnt") or 0
    if project.text("critical_path_type") == "CT_DrivPath":
        problems.add(
            "critical by longest path",
            f"P6 calls the longest path of this project critical; here it is a total float up to {critical // 60} h.",
            project.place,
        )
    if row is None:
        return ScheduleOptions(critical_at_or_below=critical, minutes_per_day=calendar.minutes_per_day)
    return ScheduleOptions(
        lag_calendar=_LAG_CALENDARS.get(row.text("sched_calendar_on_relationship_lag"), LagCalendar.PREDECESSOR),
        progress=_progress(row),
        float_kind=_FLOATS.get(row.text("sched_float_type"), FloatKind.FINISH),
        critical_at_or_below=critical,
        minutes_per_day=calendar.minutes_per_day,
    )


def _progress(row: Row) -> ProgressRule:
    if row.flag("sched_progress_override"):
        return ProgressRule.PROGRESS_OVERRIDE
    if row.text("sched_retained_logic") == "N":
        return ProgressRule.ACTUAL_DATES
    return ProgressRule.RETAINED_LOGIC


def _budgets(assignments: Iterable[Row], expenses: Iterable[Row]) -> dict[Uid, float]:
    budgets: dict[Uid, float] = defaultdict(float)
    for row in (*assignments, *expenses):
        uid, cost = row.uid("task_id"), row.number("target_cost")
        if uid is not None and cost is not None:
            budgets[uid] += cost
    return dict(budgets)


def _links(rows: Iterable[Row], known: set[Uid], problems: Problems) -> Iterable[Link]:
    for row in rows:
        predecessor, successor = row.needed_uid("pred_task_id"), row.needed_uid("task_id")
        missing = [uid for uid in (predecessor, successor) if uid not in known]
        if missing:
            problems.add(
                "links to other projects",
                f"A link goes to activity {missing[0]} of another project and was left out.",
                row.place,
            )
            continue
        kind = _LINKS.get(row.text("pred_type"))
        if kind is None:
            raise row.refusal(
                f"'{row.text('pred_type')[:20]}' is not a kind of link. Export the plan again.", "pred_type"
            )
        yield Link(predecessor, successor, kind, row.minutes("lag_hr_cnt") or 0)


def _assignments(rows: Iterable[Row], known: set[Uid]) -> Iterable[Assignment]:
    for row in rows:
        activity = row.needed_uid("task_id")
        if activity in known:
            yield Assignment(activity, row.uid("rsrc_id"), _work(row), row.number("target_cost") or 0.0)


def _work(row: Row) -> int:
    """Budgeted hours in minutes; units of material are no work."""
    if row.text("rsrc_type") == "RT_Mat":
        return 0
    hours = row.number("target_qty") or 0.0
    if abs(hours) * 60 > MAX_MINUTES * 1_000:
        raise row.refusal("so much work cannot be right. Correct it in P6 and export again.", "target_qty")
    return round(hours * 60)


def _resources(rows: Iterable[Row], assignments: Iterable[Assignment]) -> Iterable[Resource]:
    listed: set[Uid] = set()
    for row in rows:
        uid = row.needed_uid("rsrc_id")
        listed.add(uid)
        yield Resource(uid, row.name("rsrc_name"), _RESOURCE_KINDS.get(row.text("rsrc_type"), "work"))
    for unlisted in dict.fromkeys(each.resource for each in assignments):
        if unlisted is not None and unlisted not in listed:
            yield Resource(unlisted, f"Resource {unlisted}")
