"""Small plan files written for a test: only what the test is about differs from a plan that can be read."""

from __future__ import annotations

from collections.abc import Mapping

Rows = list[dict[str, object]]

FIVE_DAYS = "".join(f"(0||{day}()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))" for day in range(2, 7))
CALENDAR_DATA = (
    f"(0||CalendarData()((0||DaysOfWeek()((0||1()()){FIVE_DAYS}(0||7()())))(0||Exceptions()((0||0(d|46115)())))))"
)

PROJECT = {
    "proj_id": 1,
    "proj_short_name": "BRG",
    "clndr_id": 5,
    "last_recalc_date": "2026-03-20 08:00",
    "plan_start_date": "2026-03-02 08:00",
    "export_flag": "Y",
}
CALENDAR = {"clndr_id": 5, "clndr_name": "Five days", "day_hr_cnt": 8, "clndr_data": CALENDAR_DATA, "proj_id": ""}
WBS = {"wbs_id": 9, "proj_id": 1, "proj_node_flag": "Y", "wbs_short_name": "BRG", "wbs_name": "Riverside bridge"}


SMALL_TABLE = "id,name,duration,start,predecessors\nA10,Survey,5,2026-03-02,\nA20,Design,2w,,A10\n"


def table_with(head: str, cell: str) -> str:
    """A table of one activity with one column more."""
    return f'id,name,duration,start,"{head}"\nA10,Survey,5,2026-03-02,"{cell}"\n'


def task(number: int, **fields: object) -> dict[str, object]:
    return {
        "task_id": number,
        "proj_id": 1,
        "wbs_id": 9,
        "clndr_id": 5,
        "task_code": f"A{number}",
        "task_name": f"Activity {number}",
        "task_type": "TT_Task",
        "complete_pct_type": "CP_Drtn",
        "target_drtn_hr_cnt": 40,
        "remain_drtn_hr_cnt": 40,
    } | fields


def link(predecessor: int, successor: int, **fields: object) -> dict[str, object]:
    return {
        "pred_task_id": predecessor,
        "task_id": successor,
        "proj_id": 1,
        "pred_type": "PR_FS",
        "lag_hr_cnt": 0,
    } | fields


def xer(*, ended: bool = True, encoding: str = "cp1252", **tables: Rows) -> bytes:
    """An XER of these tables; PROJECT, CALENDAR, PROJWBS and one TASK are there unless given."""
    usual: dict[str, Rows] = {"PROJECT": [PROJECT], "CALENDAR": [CALENDAR], "PROJWBS": [WBS], "TASK": [task(1)]}
    lines = ["ERMHDR\t19.12\t2026-03-20\tProject\tadmin\tadmin\tdb\tProject Management\tEUR"]
    for name, rows in (usual | tables).items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        lines += [f"%T\t{name}", "\t".join(["%F", *columns])]
        lines += ["\t".join(["%R", *(str(row.get(column, "")) for column in columns)]) for row in rows]
    return "\r\n".join([*lines, "%E" if ended else ""]).encode(encoding)


def mspdi(tasks: str = "", *, project: str = "", calendars: str = "", rest: str = "") -> bytes:
    """An MSPDI file; ``tasks`` and the others are XML. One task of a day is there unless given."""
    tasks = tasks or msp_task(1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">'
        "<Name>Riverside bridge</Name><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>"
        f"<CalendarUID>1</CalendarUID>{project}<Calendars>{calendars or msp_calendar(1)}</Calendars>"
        f"<Tasks>{tasks}</Tasks>{rest}</Project>"
    ).encode()


def msp_task(number: int, inner: str = "", **fields: object) -> str:
    texts: Mapping[str, object] = {
        "UID": number,
        "ID": number,
        "Name": f"Task {number}",
        "OutlineLevel": 1,
        "Duration": "PT8H0M0S",
        "DurationFormat": 7,
        "Start": "2026-03-02T08:00:00",
        "Finish": "2026-03-02T17:00:00",
    } | fields
    return f"<Task>{_elements(texts)}{inner}</Task>"


def msp_link(predecessor: int, **fields: object) -> str:
    texts = {"PredecessorUID": predecessor, "Type": 1, "LinkLag": 0, "LagFormat": 7} | fields
    return f"<PredecessorLink>{_elements(texts)}</PredecessorLink>"


def msp_calendar(number: int, inner: str = "", *, base: int = -1, days: str | None = None) -> str:
    working = "".join(msp_weekday(day, ("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")) for day in range(2, 7))
    week = working + msp_weekday(1) + msp_weekday(7) if days is None else days
    head = _elements({"UID": number, "Name": f"Calendar {number}", "IsBaseCalendar": 1, "BaseCalendarUID": base})
    return f"<Calendar>{head}<WeekDays>{week}</WeekDays>{inner}</Calendar>"


def msp_weekday(day: int, *hours: tuple[str, str], period: tuple[str, str] | None = None) -> str:
    dates = f"<TimePeriod>{_elements({'FromDate': period[0], 'ToDate': period[1]})}</TimePeriod>" if period else ""
    return (
        f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(bool(hours))}</DayWorking>{dates}{_times(hours)}</WeekDay>"
    )


def msp_exception(first: str, last: str, *hours: tuple[str, str], **fields: object) -> str:
    dates = f"<TimePeriod>{_elements({'FromDate': first, 'ToDate': last})}</TimePeriod>"
    working = _elements({"Type": 1, "DayWorking": int(bool(hours))} | fields)
    return f"<Exceptions><Exception>{dates}{working}{_times(hours)}</Exception></Exceptions>"


def _times(hours: tuple[tuple[str, str], ...]) -> str:
    times = "".join(f"<WorkingTime>{_elements({'FromTime': a, 'ToTime': b})}</WorkingTime>" for a, b in hours)
    return f"<WorkingTimes>{times}</WorkingTimes>" if times else ""


def _elements(texts: Mapping[str, object]) -> str:
    return "".join(f"<{name}>{text}</{name}>" for name, text in texts.items())
