"""A plan as a Primavera P6 export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from plumbline.engine.calendars import Window, WorkCalendar
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    ConstraintKind,
    Link,
    LinkKind,
    Resource,
    Schedule,
    Uid,
)

FILE_NAME = "{code} as of {day}.xer"
PROJECT, ROOT = 1, 1
_DAY_ONE = date(1899, 12, 30)
_KINDS = {
    ActivityKind.TASK: "TT_Task",
    ActivityKind.START_MILESTONE: "TT_Mile",
    ActivityKind.FINISH_MILESTONE: "TT_FinMile",
}
_LINKS = {LinkKind.FINISH_START: "PR_FS", LinkKind.START_START: "PR_SS", LinkKind.FINISH_FINISH: "PR_FF"}
_CONSTRAINTS = {
    ConstraintKind.START_NO_EARLIER_THAN: "CS_MSOA",
    ConstraintKind.FINISH_ON: "CS_MEO",
    ConstraintKind.FINISH_NO_LATER_THAN: "CS_MEOB",
}
_Values = Mapping[str, object]


def written(schedule: Schedule) -> bytes:
    """The file; reading it gives the same plan, with the project itself as the top of its outline."""
    head = ("ERMHDR", "19.12", _day(schedule.data_date), "Project", "planner", "Planner", "demo", schedule.currency)
    tables = _tables(schedule)
    lines = ["\t".join(head), *(line for name, rows in tables.items() for line in _table(name, rows)), "%E", ""]
    return "\r\n".join(lines).encode()


def _tables(schedule: Schedule) -> dict[str, list[_Values]]:
    calendars = {each.uid: number for number, each in enumerate(schedule.calendars, start=1)}
    resources = {each.uid: number for number, each in enumerate(schedule.resources, start=1)}
    wbs = {each.uid: number for number, each in enumerate(_summaries(schedule), start=ROOT + 1)}
    return {
        "CURRTYPE": [{"curr_id": 1, "curr_short_name": schedule.currency}],
        "PROJECT": [_project(schedule, calendars)],
        "CALENDAR": [_calendar(each, calendars[each.uid]) for each in schedule.calendars],
        "PROJWBS": [_root(schedule), *(_element(each, wbs) for each in _summaries(schedule))],
        "RSRC": [_resource(each, resources[each.uid]) for each in schedule.resources],
        "TASK": [_task(each, wbs, calendars) for each in schedule.activities if not each.is_summary],
        "TASKPRED": [_link(each, number) for number, each in enumerate(schedule.links, start=1)],
        "TASKRSRC": [_assignment(each, number, resources) for number, each in enumerate(schedule.assignments, start=1)],
    }


def _resource(resource: Resource, number: int) -> _Values:
    return {
        "rsrc_id": number,
        "rsrc_name": resource.name,
        "rsrc_short_name": resource.uid,
        "rsrc_type": "RT_Labor",
    }


def _link(link: Link, number: int) -> _Values:
    return {
        "task_pred_id": number,
        "task_id": link.successor,
        "pred_task_id": link.predecessor,
        "proj_id": PROJECT,
        "pred_type": _LINKS[link.kind],
        "lag_hr_cnt": _hours(link.lag),
    }


def _assignment(assignment: Assignment, number: int, resources: Mapping[Uid, int]) -> _Values:
    return {
        "taskrsrc_id": number,
        "task_id": assignment.activity,
        "proj_id": PROJECT,
        "rsrc_id": resources[assignment.resource] if assignment.resource is not None else None,
        "rsrc_type": "RT_Labor",
        "target_qty": _hours(assignment.work),
        "target_cost": f"{assignment.cost:.2f}",
    }


def _table(name: str, rows: Iterable[_Values]) -> Iterable[str]:
    rows = list(rows)
    if not rows:
        return
    yield f"%T\t{name}"
    yield "\t".join(("%F", *rows[0]))
    for row in rows:
        yield "\t".join(("%R", *("" if value is None else str(value) for value in row.values())))


def _project(schedule: Schedule, calendars: Mapping[Uid, int]) -> _Values:
    return {
        "proj_id": PROJECT,
        "proj_short_name": schedule.id,
        "export_flag": "Y",
        "clndr_id": calendars[schedule.default_calendar],
        "plan_start_date": _instant(schedule.start),
        "plan_end_date": None,
        "last_recalc_date": _instant(schedule.data_date),
        "critical_drtn_hr_cnt": 0,
    }


def _calendar(calendar: WorkCalendar, number: int) -> _Values:
    days = "".join(f"(0||{(day + 1) % 7 + 1}()({_windows(calendar.week[day])}))" for day in range(7))
    exceptions = "".join(
        f"(0||{number}(d|{(each.first - _DAY_ONE).days + more})({_windows(each.windows)}))"
        for number, each in enumerate(calendar.exceptions)
        for more in range((each.last - each.first + timedelta(days=1)).days)
    )
    return {
        "clndr_id": number,
        "default_flag": "Y" if number == 1 else "N",
        "clndr_name": calendar.name,
        "proj_id": None,
        "clndr_type": "CA_Base",
        "day_hr_cnt": _hours(calendar.minutes_per_day),
        "clndr_data": f"(0||CalendarData()((0||DaysOfWeek()({days}))(0||Exceptions()({exceptions}))))",
    }


def _windows(windows: Iterable[Window]) -> str:
    return "".join(f"(0||{n}(s|{_clock(start)}|f|{_clock(end)})())" for n, (start, end) in enumerate(windows))


def _clock(minute: int) -> str:
    """Midnight at the end of a day is written as 00:00."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _root(schedule: Schedule) -> _Values:
    return {
        "wbs_id": ROOT,
        "proj_id": PROJECT,
        "parent_wbs_id": None,
        "seq_num": 0,
        "proj_node_flag": "Y",
        "wbs_short_name": schedule.id,
        "wbs_name": schedule.name,
    }


def _element(summary: Activity, wbs: Mapping[Uid, int]) -> _Values:
    return {
        "wbs_id": wbs[summary.uid],
        "proj_id": PROJECT,
        "parent_wbs_id": wbs[summary.parent] if summary.parent is not None else ROOT,
        "seq_num": wbs[summary.uid],
        "proj_node_flag": "N",
        "wbs_short_name": wbs[summary.uid],
        "wbs_name": summary.name,
    }


def _task(activity: Activity, wbs: Mapping[Uid, int], calendars: Mapping[Uid, int]) -> _Values:
    held = next(iter(activity.constraints), None)
    state = "TK_Complete" if activity.is_complete else "TK_Active" if activity.is_started else "TK_NotStart"
    return {
        "task_id": activity.uid,
        "proj_id": PROJECT,
        "wbs_id": wbs[activity.parent] if activity.parent is not None else ROOT,
        "clndr_id": calendars[activity.calendar] if activity.calendar is not None else None,
        "task_code": activity.id,
        "task_name": activity.name,
        "task_type": _KINDS[activity.kind],
        "status_code": state,
        "complete_pct_type": "CP_Drtn",
        "target_drtn_hr_cnt": _hours(activity.duration),
        "remain_drtn_hr_cnt": _hours(activity.remaining),
        "act_start_date": _instant(activity.actual_start),
        "act_end_date": _instant(activity.actual_finish),
        "target_start_date": _instant(activity.planned_start),
        "target_end_date": _instant(activity.planned_finish),
        "cstr_type": _CONSTRAINTS[held.kind] if held else None,
        "cstr_date": _instant(held.date) if held else None,
    }


def _summaries(schedule: Schedule) -> list[Activity]:
    return [each for each in schedule.activities if each.is_summary]


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.4f}".rstrip("0").rstrip(".")


def _instant(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else None


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else ""
