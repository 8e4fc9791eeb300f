"""Plans of any size, made by formula: the same size gives the same bytes."""

from __future__ import annotations

from datetime import datetime, timedelta

DATA_DATE = datetime(2026, 3, 2, 8)
EIGHT_HOURS = "(0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())"
CALENDAR = (
    "(0||CalendarData()((0||DaysOfWeek()("
    + "".join(f"(0||{day}()({EIGHT_HOURS if 2 <= day <= 6 else ''}))" for day in range(1, 8))
    + "))(0||Exceptions()())))"
)


def xer(activities: int) -> bytes:
    """A Primavera plan in which each activity follows two earlier ones; every tenth link has a lag."""
    tables = [
        ("PROJECT", ["proj_id", "proj_short_name", "clndr_id", "plan_start_date", "last_recalc_date", "export_flag"]),
        ("CALENDAR", ["clndr_id", "clndr_name", "default_flag", "day_hr_cnt", "clndr_data"]),
        ("PROJWBS", ["wbs_id", "proj_id", "seq_num", "proj_node_flag", "wbs_short_name", "wbs_name", "parent_wbs_id"]),
        ("TASK", list(_task(0))),
        ("TASKPRED", ["task_pred_id", "task_id", "pred_task_id", "proj_id", "pred_proj_id", "pred_type", "lag_hr_cnt"]),
    ]
    rows: dict[str, list[list[object]]] = {
        "PROJECT": [[1, "BENCH", 1, _instant(DATA_DATE), _instant(DATA_DATE), "Y"]],
        "CALENDAR": [[1, "Five days of eight hours", "Y", 8, CALENDAR]],
        "PROJWBS": [[1, 1, 1, "Y", "BENCH", "A plan of formula", ""]],
        "TASK": [list(_task(number).values()) for number in range(activities)],
        "TASKPRED": _links(activities),
    }
    lines = ["ERMHDR\t20.12\t2026-03-02\tProject\tbench\tbench\tbench\tProject Management\tEUR"]
    for name, columns in tables:
        lines += [f"%T\t{name}", "%F\t" + "\t".join(columns)]
        lines += ["%R\t" + "\t".join(str(value) for value in row) for row in rows[name]]
    return "\r\n".join([*lines, "%E", ""]).encode("cp1252")


def _task(number: int) -> dict[str, object]:
    hours = 8 * (1 + number * 7 % 30)
    start = DATA_DATE + timedelta(days=number % 400)
    return {
        "task_id": 1000 + number,
        "proj_id": 1,
        "wbs_id": 1,
        "clndr_id": 1,
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
        "cstr_type": "",
        "cstr_date": "",
    }


def _links(activities: int) -> list[list[object]]:
    pairs = [(number, before) for number in range(1, activities) for before in {number - 1 - number % 3, number // 2}]
    return [
        [number, 1000 + after, 1000 + before, 1, 1, "PR_FS", 16 if number % 10 == 0 else 0]
        for number, (after, before) in enumerate(pairs, start=1)
        if 0 <= before < after
    ]


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
