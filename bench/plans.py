"""Plans of any size, made by formula: the same size gives the same bytes."""

from __future__ import annotations

from datetime import datetime, timedelta

DATA_DATE = datetime(2026, 3, 2, 8)
LEVELS = 150
"""How many activities follow one another, however many stand beside each other: a plan of about nine years."""

_EIGHT_HOURS = "(0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())"
_TEN_HOURS = "(0||0(s|07:00|f|12:00)())(0||1(s|13:00|f|18:00)())"
_ALL_DAY = "(0||0(s|00:00|f|24:00)())"
_CALENDARS = (
    ("Five days of eight hours", 8, dict.fromkeys(range(2, 7), _EIGHT_HOURS)),
    ("Six days of ten hours", 10, dict.fromkeys(range(2, 8), _TEN_HOURS)),
    ("Around the clock", 24, dict.fromkeys(range(1, 8), _ALL_DAY)),
)
_KINDS = ("PR_FS",) * 7 + ("PR_SS", "PR_FF", "PR_FS", "PR_SF")


def xer(activities: int) -> bytes:
    """A Primavera plan of many activities side by side, each after two earlier ones.

    Three calendars, all four kinds of link, every tenth link with a lag, every fiftieth activity with a constraint.
    """
    tables = [
        ("PROJECT", ["proj_id", "proj_short_name", "clndr_id", "plan_start_date", "last_recalc_date", "export_flag"]),
        ("CALENDAR", ["clndr_id", "clndr_name", "default_flag", "day_hr_cnt", "clndr_data"]),
        ("PROJWBS", ["wbs_id", "proj_id", "seq_num", "proj_node_flag", "wbs_short_name", "wbs_name", "parent_wbs_id"]),
        ("TASK", list(_task(0, 0))),
        ("TASKPRED", ["task_pred_id", "task_id", "pred_task_id", "proj_id", "pred_proj_id", "pred_type", "lag_hr_cnt"]),
    ]
    rows: dict[str, list[list[object]]] = {
        "PROJECT": [[1, "BENCH", 1, _instant(DATA_DATE), _instant(DATA_DATE), "Y"]],
        "CALENDAR": [
            [uid, name, "Y" if uid == 1 else "N", hours, _calendar(days)]
            for uid, (name, hours, days) in enumerate(_CALENDARS, start=1)
        ],
        "PROJWBS": [[1, 1, 1, "Y", "BENCH", "A plan of formula", ""]],
        "TASK": [list(_task(number, number // _beside(activities)).values()) for number in range(activities)],
        "TASKPRED": _links(activities),
    }
    lines = ["ERMHDR\t20.12\t2026-03-02\tProject\tbench\tbench\tbench\tProject Management\tEUR"]
    for name, columns in tables:
        lines += [f"%T\t{name}", "%F\t" + "\t".join(columns)]
        lines += ["%R\t" + "\t".join(str(value) for value in row) for row in rows[name]]
    return "\r\n".join([*lines, "%E", ""]).encode("cp1252")


def _calendar(days: dict[int, str]) -> str:
    week = "".join(f"(0||{day}()({days.get(day, '')}))" for day in range(1, 8))
    return f"(0||CalendarData()((0||DaysOfWeek()({week}))(0||Exceptions()())))"


def _task(number: int, level: int) -> dict[str, object]:
    calendar = 1 + number % 7 % 3
    hours = _CALENDARS[calendar - 1][1] * (1 + number * 7 % 30)
    start = DATA_DATE + timedelta(days=22 * level)
    has_constraint = number % 50 == 3
    return {
        "task_id": 1000 + number,
        "proj_id": 1,
        "wbs_id": 1,
        "clndr_id": calendar,
        "task_code": f"A{number:05}",
        "task_name": f"Activity number {number}",
        "task_type": "TT_Task",
        "status_code": "TK_NotStart",
        "complete_pct_type": "CP_Drtn",
        "phys_complete_pct": 0,
        "duration_type": "DT_FixedDUR2",
        "target_drtn_hr_cnt": hours,
        "remain_drtn_hr_cnt": hours,
        "target_start_date": _instant(start),
        "target_end_date": _instant(start + timedelta(hours=9)),
        "act_start_date": "",
        "act_end_date": "",
        "cstr_type": ("CS_MSOA", "CS_MEOB")[number % 4 // 2] if has_constraint else "",
        "cstr_date": _instant(start + timedelta(days=30)) if has_constraint else "",
    }


def _links(activities: int) -> list[list[object]]:
    beside = _beside(activities)
    pairs = [
        (number, before)
        for number in range(beside, activities)
        for before in (number - beside, number - beside + number * 5 % beside - beside // 2)
        if 0 <= before < number - beside // 4
    ]
    return [
        [number, 1000 + after, 1000 + before, 1, 1, _KINDS[number % 11], 16 if number % 10 == 0 else 0]
        for number, (after, before) in enumerate(dict.fromkeys(pairs), start=1)
    ]


def _beside(activities: int) -> int:
    return max(3, activities // LEVELS)


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
