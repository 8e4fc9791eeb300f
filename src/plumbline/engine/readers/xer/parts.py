"""Rows of an XER as the records that both formats of P6 share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plumbline.engine.readers.p6 import values
from plumbline.engine.readers.p6.fields import Parse
from plumbline.engine.readers.p6.records import (
    AssignmentRecord,
    ExpenseRecord,
    LinkRecord,
    ObsRecord,
    ProjectParts,
    RateRecord,
    ResourceRecord,
    TaskRecord,
    WbsRecord,
)
from plumbline.engine.readers.p6.words import CRITICAL, FLOATS, LAG_CALENDARS
from plumbline.engine.readers.xer.tables import Row, records
from plumbline.engine.schedule import CriticalBy, FloatKind, LagCalendar, ProgressRule, ScheduleOptions, Uid

RowsByTable = Mapping[str, list[Row]]

_TASK: Sequence[tuple[str, Parse]] = (
    ("task_id", values.uid),
    ("task_code", values.name),
    ("task_name", values.name),
    ("task_type", values.code),
    ("complete_pct_type", values.code),
    ("wbs_id", values.wbs_uid),
    ("clndr_id", values.uid),
    ("rsrc_id", values.uid),
    ("target_drtn_hr_cnt", values.minutes),
    ("remain_drtn_hr_cnt", values.minutes),
    ("act_start_date", values.instant),
    ("act_end_date", values.instant),
    ("target_start_date", values.instant),
    ("target_end_date", values.instant),
    ("early_start_date", values.instant),
    ("early_end_date", values.instant),
    ("late_start_date", values.instant),
    ("late_end_date", values.instant),
    ("total_float_hr_cnt", values.minutes),
    ("free_float_hr_cnt", values.minutes),
    ("suspend_date", values.instant),
    ("resume_date", values.instant),
    ("expect_end_date", values.instant),
    ("external_early_start_date", values.instant),
    ("external_late_end_date", values.instant),
    ("cstr_type", values.code),
    ("cstr_date", values.instant),
    ("cstr_type2", values.code),
    ("cstr_date2", values.instant),
    ("phys_complete_pct", values.number),
    ("", values.number),
    ("act_work_qty", values.number),
    ("act_equip_qty", values.number),
    ("remain_work_qty", values.number),
    ("remain_equip_qty", values.number),
)
_LINK: Sequence[tuple[str, Parse]] = (
    ("pred_task_id", values.uid),
    ("task_id", values.uid),
    ("pred_type", values.code),
    ("lag_hr_cnt", values.minutes),
)
_ASSIGNMENT: Sequence[tuple[str, Parse]] = (
    ("task_id", values.uid),
    ("rsrc_id", values.uid),
    ("rsrc_type", values.code),
    ("target_qty", values.number),
    ("target_cost", values.number),
    ("target_qty_per_hr", values.number),
)
_EXPENSE: Sequence[tuple[str, Parse]] = (("task_id", values.uid), ("target_cost", values.number))


def project_parts(project: Row, rows: RowsByTable) -> ProjectParts:
    """The project in row ``project``; ``rows`` are its own rows."""
    options = rows["SCHEDOPTIONS"][0] if rows["SCHEDOPTIONS"] else None
    wbs = {each.uid: each for each in map(_wbs, rows["PROJWBS"]) if each is not None}
    top = next((row for row in rows["PROJWBS"] if row.flag("proj_node_flag")), None)
    return ProjectParts(
        source=project,
        uid=project.needed_uid("proj_id"),
        id=project.name("proj_short_name"),
        name=top.name("wbs_name") if top else "",
        start=project.instant("plan_start_date"),
        data_date=project.instant("last_recalc_date"),
        must_finish_by=project.instant("plan_end_date"),
        calendar=project.uid("clndr_id"),
        obs=top.uid("obs_id") if top else None,
        options=_options(project, options),
        uses_expected_finish=options is None or options.text("sched_use_expect_end_flag") != "N",
        wbs=wbs,
        tasks=records(TaskRecord._make, _TASK, rows["TASK"], 1),
        assignments=records(AssignmentRecord._make, _ASSIGNMENT, rows["TASKRSRC"], 1),
        expenses=records(ExpenseRecord._make, _EXPENSE, rows["PROJCOST"], 0),
    )


def link_records(rows: list[Row]) -> list[LinkRecord]:
    return records(LinkRecord._make, _LINK, rows, 2)


def _wbs(row: Row) -> WbsRecord | None:
    uid = values.wbs_uid(row.text("wbs_id"))
    if uid is None:
        return None
    return WbsRecord(
        source=row,
        uid=uid,
        parent=values.wbs_uid(row.text("parent_wbs_id")),
        code=row.name("wbs_short_name"),
        name=row.name("wbs_name"),
        sequence=row.number("seq_num") or 0.0,
        obs=row.uid("obs_id"),
    )


def resource_records(rows: list[Row]) -> list[ResourceRecord]:
    return [
        ResourceRecord(
            source=row,
            uid=row.needed_uid("rsrc_id"),
            name=row.name("rsrc_name"),
            type=row.text("rsrc_type"),
            calendar=row.uid("clndr_id"),
        )
        for row in rows
    ]


def rates_by_resource(rows: list[Row]) -> dict[Uid, list[RateRecord]]:
    rates: dict[Uid, list[RateRecord]] = defaultdict(list)
    for row in rows:
        resource, most = row.uid("rsrc_id"), row.number("max_qty_per_hr")
        if resource is not None and most is not None:
            rates[resource].append(RateRecord(resource, row.instant("start_date"), most))
    return rates


def obs_records(rows: list[Row]) -> dict[Uid, ObsRecord]:
    return {
        uid: ObsRecord(row.name("obs_name"), row.uid("parent_obs_id"))
        for row in rows
        if (uid := row.uid("obs_id")) is not None
    }


def _options(project: Row, row: Row | None) -> ScheduleOptions:
    critical = project.minutes("critical_drtn_hr_cnt") or 0
    critical_by = CRITICAL.get(project.text("critical_path_type"), CriticalBy.TOTAL_FLOAT)
    if row is None:
        return ScheduleOptions(critical_at_or_below=critical, critical_by=critical_by)
    return ScheduleOptions(
        lag_calendar=LAG_CALENDARS.get(row.text("sched_calendar_on_relationship_lag"), LagCalendar.PREDECESSOR),
        progress=_progress(row),
        float_kind=FLOATS.get(row.text("sched_float_type"), FloatKind.FINISH),
        critical_at_or_below=critical,
        critical_by=critical_by,
    )


def _progress(row: Row) -> ProgressRule:
    if row.flag("sched_progress_override"):
        return ProgressRule.PROGRESS_OVERRIDE
    if row.text("sched_retained_logic") == "N":
        return ProgressRule.ACTUAL_DATES
    return ProgressRule.RETAINED_LOGIC
