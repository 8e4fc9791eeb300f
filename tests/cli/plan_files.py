"""Small Primavera files, made for one test each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

DATA_DATE = "2026-03-02 08:00"
START, FINISH, TASK = "TT_Mile", "TT_FinMile", "TT_Task"
_DAY = "(0||{day}()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))"
_WEEK = "".join(_DAY.format(day=day) if 2 <= day <= 6 else f"(0||{day}()())" for day in range(1, 8))
CALENDAR_DATA = f"(0||CalendarData()((0||DaysOfWeek()({_WEEK}))(0||Exceptions()())))"


@dataclass(frozen=True)
class Step:
    """One activity of a plan in a row; ``lag`` in hours is that of the link from the step before.

    ``crew`` is the name of the resource that does it, if one does.
    """

    name: str
    kind: str = TASK
    hours: int = 40
    lag: int = 0
    crew: str = ""


SOUND = (
    Step("Contract signed", START, 0),
    Step("Lay the cables"),
    Step("Set up the signals"),
    Step("Test the signals"),
    Step("Line open", FINISH, 0),
)


def with_a_lead_before(name: str, hours: int) -> tuple[Step, ...]:
    return tuple(Step(each.name, each.kind, each.hours, -hours if each.name == name else 0) for each in SOUND)


def xer(*projects: tuple[str, Sequence[Step]]) -> bytes:
    """An XER file; each project is its short name and its activities, linked finish to start in a row."""
    numbered = list(enumerate(projects, start=1))
    tables = [
        _table(
            "PROJECT", "proj_id proj_short_name clndr_id last_recalc_date plan_start_date export_flag", _heads(numbered)
        ),
        _table("CALENDAR", "clndr_id default_flag clndr_name clndr_type day_hr_cnt clndr_data", [_calendar()]),
        _table(
            "PROJWBS", "wbs_id proj_id seq_num proj_node_flag wbs_short_name wbs_name parent_wbs_id", _wbs(numbered)
        ),
        _table(
            "TASK",
            "task_id proj_id wbs_id clndr_id task_code task_name task_type status_code"
            " target_drtn_hr_cnt remain_drtn_hr_cnt target_start_date target_end_date",
            [row for number, (_, steps) in numbered for row in _tasks(number, steps)],
        ),
        _table(
            "TASKPRED",
            "task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt",
            [row for number, (_, steps) in numbered for row in _links(number, steps)],
        ),
        *_crews(numbered),
    ]
    head = "\t".join(("ERMHDR", "20.12", "2026-03-02", "Project", "admin", "admin", "db", "Project Management", "EUR"))
    return "\r\n".join([head, *tables, "%E", ""]).encode("utf-8")


def _table(name: str, fields: str, rows: Sequence[Sequence[object]]) -> str:
    lines = [f"%T\t{name}", "\t".join(["%F", *fields.split()])]
    lines += ["\t".join(["%R", *map(str, row)]) for row in rows]
    return "\r\n".join(lines)


def _heads(numbered: Sequence[tuple[int, tuple[str, Sequence[Step]]]]) -> list[list[object]]:
    return [[number, name, 1, DATA_DATE, DATA_DATE, "Y"] for number, (name, _) in numbered]


def _wbs(numbered: Sequence[tuple[int, tuple[str, Sequence[Step]]]]) -> list[list[object]]:
    return [[number, number, 1, "Y", name, name, ""] for number, (name, _) in numbered]


def _calendar() -> list[object]:
    return [1, "Y", "Five days", "CA_Base", 8, CALENDAR_DATA]


def _tasks(project: int, steps: Sequence[Step]) -> list[list[object]]:
    return [
        [
            *(_uid(project, place), project, project, 1, f"A1{place:02}0", step.name, step.kind, "TK_NotStart"),
            *(step.hours, step.hours, *_planned(steps, place)),
        ]
        for place, step in enumerate(steps)
    ]


def _planned(steps: Sequence[Step], place: int) -> tuple[str, str]:
    """Planned dates: whole weeks of work, one after the other."""
    weeks = sum(step.hours > 0 for step in steps[:place])
    monday = datetime(2026, 3, 2, 8) + timedelta(weeks=weeks)
    end = monday + timedelta(days=4, hours=9) if steps[place].hours else monday
    return f"{monday:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}"


def _links(project: int, steps: Sequence[Step]) -> list[list[object]]:
    return [
        [_uid(project, place), _uid(project, place), _uid(project, place - 1), project, project, "PR_FS", step.lag]
        for place, step in enumerate(steps)
        if place
    ]


def _crews(numbered: Sequence[tuple[int, tuple[str, Sequence[Step]]]]) -> list[str]:
    """The tables of resources, where a plan names any."""
    does = [(number, place, step) for number, (_, steps) in numbered for place, step in enumerate(steps) if step.crew]
    if not does:
        return []
    crews = dict.fromkeys(step.crew for _, _, step in does)
    numbers = {name: number for number, name in enumerate(crews, start=1)}
    assigned = [
        [number, _uid(project, place), project, numbers[step.crew], step.hours]
        for number, (project, place, step) in enumerate(does, start=1)
    ]
    return [
        _table(
            "RSRC", "rsrc_id rsrc_name rsrc_type clndr_id", [[n, name, "RT_Labor", 1] for name, n in numbers.items()]
        ),
        _table("TASKRSRC", "taskrsrc_id task_id proj_id rsrc_id target_qty", assigned),
    ]


def _uid(project: int, place: int) -> int:
    return project * 1000 + place
