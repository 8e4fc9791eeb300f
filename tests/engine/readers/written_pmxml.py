"""Small Primavera XML files written for a test: only what the test is about differs from a plan that can be read."""

from __future__ import annotations

from collections.abc import Mapping

WORKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
DAYS = ("Sunday", *WORKDAYS, "Saturday")
DAY = (("08:00:00", "11:59:00"), ("13:00:00", "16:59:00"))


def pmxml(*projects: str, calendars: str = "", rest: str = "") -> bytes:
    """A file of these projects. One with an activity of 40 hours on a five-day calendar is there unless given."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<APIBusinessObjects '
        'xmlns="http://xmlns.oracle.com/Primavera/P6Professional/V22.12/API/BusinessObjects" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{rest}{calendars or p6_calendar(5)}{''.join(projects) or project(activity(1))}</APIBusinessObjects>"
    ).encode()


def project(*inner: str, kind: str = "Project", **fields: object) -> str:
    texts = {
        "ActivityDefaultCalendarObjectId": 5,
        "DataDate": "2026-03-20T08:00:00",
        "Id": "BRG",
        "Name": "Riverside bridge",
        "ObjectId": 1,
        "PlannedStartDate": "2026-03-02T08:00:00",
    } | fields
    return f"<{kind}>{elements(texts)}{''.join(inner)}</{kind}>\n"


def activity(number: int, **fields: object) -> str:
    texts = {
        "CalendarObjectId": 5,
        "Id": f"A{number}",
        "Name": f"Activity {number}",
        "ObjectId": number,
        "PercentCompleteType": "Duration",
        "PlannedDuration": 40,
        "RemainingDuration": 40,
        "Status": "Not Started",
        "Type": "Task Dependent",
    } | fields
    return f"<Activity>{elements(texts)}</Activity>\n"


def relationship(predecessor: int, successor: int, **fields: object) -> str:
    texts = {
        "Lag": 0,
        "PredecessorActivityObjectId": predecessor,
        "SuccessorActivityObjectId": successor,
        "Type": "Finish to Start",
    } | fields
    return of("Relationship", **texts)


def p6_calendar(number: int, inner: str = "", days: str | None = None, **fields: object) -> str:
    texts = {"HoursPerDay": 8, "Name": f"Calendar {number}", "ObjectId": number, "Type": "Global"} | fields
    week = "".join(weekday(day, *(DAY if day in WORKDAYS else ())) for day in DAYS) if days is None else days
    return f"<Calendar>{elements(texts)}<StandardWorkWeek>{week}</StandardWorkWeek>{inner}</Calendar>\n"


def weekday(day: str, *hours: tuple[str, str]) -> str:
    return f"<StandardWorkHours><DayOfWeek>{day}</DayOfWeek>{_times(hours)}</StandardWorkHours>"


def exception(date: str, *hours: tuple[str, str]) -> str:
    one = f"<HolidayOrException><Date>{date}T00:00:00</Date>{_times(hours)}</HolidayOrException>"
    return f"<HolidayOrExceptions>{one}</HolidayOrExceptions>"


def of(kind: str, **fields: object) -> str:
    return f"<{kind}>{elements(fields)}</{kind}>\n"


def elements(texts: Mapping[str, object]) -> str:
    """An empty one the way P6 writes it."""
    return "".join(
        f'<{name} xsi:nil="true" />' if value == "" else f"<{name}>{value}</{name}>" for name, value in texts.items()
    )


def _times(hours: tuple[tuple[str, str], ...]) -> str:
    if not hours:
        return '<WorkTime xsi:nil="true" />'
    return "".join(f"<WorkTime><Start>{start}</Start><Finish>{finish}</Finish></WorkTime>" for start, finish in hours)
