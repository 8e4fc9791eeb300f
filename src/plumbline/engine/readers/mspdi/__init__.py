"""Microsoft Project XML (MSPDI), as saved by Project 2003 to 2019 and by many other tools."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from plumbline.engine.readers.limits import (
    MAX_ACTIVITIES,
    MAX_ASSIGNMENTS,
    MAX_CALENDARS,
    MAX_RESOURCES,
    check_count,
)
from plumbline.engine.readers.mspdi.elements import Record, local_name
from plumbline.engine.readers.mspdi.project import Parts, schedule_of
from plumbline.engine.readers.mspdi.walk import walk
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule

FORMAT = "Microsoft Project XML"
EXTENSIONS = (".xml",)

_ROOT = re.compile(rb"<(?:\w+:)?Project[\s>]")
_ROOT_OF_P6 = re.compile(rb"<(?:\w+:)?APIBusinessObjects[\s>]")
_NAMESPACE = b"schemas.microsoft.com/project"


def recognises(data: bytes, filename: str) -> bool:
    beginning = data[:4096].replace(b"\x00", b"")
    if not beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") or _ROOT_OF_P6.search(beginning):
        return False
    return _NAMESPACE in beginning or _ROOT.search(beginning) is not None


def read(data: bytes) -> PlanFile:
    """The project of the file. Raises UnreadableSchedule, InvalidSchedule, InvalidCalendar.

    Durations become minutes, slack and lags come in tenths of minutes, money in hundredths. Baseline 0 is read.
    Lags count on the successor's calendar, as Microsoft Project does it.
    """
    parts = Parts()
    root = walk(
        data,
        {
            "Calendar": _counted("calendar", MAX_CALENDARS, parts.add_calendar),
            "Task": _counted("task", MAX_ACTIVITIES, parts.add_task),
            "Resource": _counted("resource", MAX_RESOURCES, parts.add_resource),
            "Assignment": _counted("assignment", MAX_ASSIGNMENTS, parts.add_assignment),
        },
    )
    if local_name(root.tag) != "Project":
        raise UnreadableSchedule(Problem("The XML is not of Microsoft Project. Save the plan as XML from Project."))
    if not parts.activities:
        raise UnreadableSchedule(Problem("The file has no tasks. Open the plan in Project and save it as XML again."))
    schedule = schedule_of(Record(root, "project"), parts)
    return PlanFile(FORMAT, (schedule,), parts.problems.as_tuple())


def _counted(what: str, limit: int, add: Callable[[Record], None]) -> Callable[[Element], None]:
    count = 0

    def take(element: Element) -> None:
        nonlocal count
        count += 1
        check_count(f"{what}s", count, limit)
        add(Record(element, _place(what, element)))

    return take


def _place(what: str, element: Element) -> str:
    """For example: task 12 'Pour foundations'."""
    found = {local_name(child.tag): (child.text or "").strip() for child in element[:8]}
    number = found.get("ID") or found.get("UID", "")
    title = found.get("Name", "")
    return f"{what} {number[:20]}" + (f" '{title[:80]}'" if title else "")
