"""Microsoft Project XML (MSPDI), as saved by Project 2003 to 2019 and by many other tools."""

from __future__ import annotations

import io
import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from plumbline.engine.readers.limits import (
    MAX_ACTIVITIES,
    MAX_ASSIGNMENTS,
    MAX_CALENDARS,
    MAX_FIELDS,
    MAX_LINKS,
    MAX_LOOSE_ELEMENTS,
    MAX_RESOURCES,
    check_count,
)
from plumbline.engine.readers.mspdi.elements import Record, local_name
from plumbline.engine.readers.mspdi.project import Parts, schedule_of
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule

FORMAT = "Microsoft Project XML"
EXTENSIONS = (".xml",)

_ROOT = re.compile(rb"<(?:\w+:)?Project[\s>]")
_NAMESPACE = b"schemas.microsoft.com/project"
_LIMITS = {
    "Calendar": ("calendars", MAX_CALENDARS),
    "Task": ("tasks", MAX_ACTIVITIES),
    "Resource": ("resources", MAX_RESOURCES),
    "Assignment": ("assignments", MAX_ASSIGNMENTS),
}


def recognises(data: bytes, filename: str) -> bool:
    beginning = data[:4096].replace(b"\x00", b"")
    return beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") and (
        _NAMESPACE in beginning or _ROOT.search(beginning) is not None
    )


def read(data: bytes) -> PlanFile:
    """The project of the file. Raises UnreadableSchedule, InvalidSchedule, InvalidCalendar.

    Durations become minutes, slack and lags come in tenths of minutes, money in hundredths. Baseline 0 is read.
    Lags count on the successor's calendar, as Microsoft Project does it.
    """
    parts = Parts()
    try:
        root = _walk(data, parts)
    except ParseError as error:
        line, column = error.position
        raise UnreadableSchedule(
            Problem(
                "The XML breaks off or is damaged here. Save the plan again in Project: File > Save As > XML Format.",
                f"line {line}, column {column + 1}",
            )
        ) from error
    except DefusedXmlException as error:
        raise UnreadableSchedule(
            Problem("The XML defines entities, which a plan never does, so it is not read. Save it again from Project.")
        ) from error
    except (LookupError, UnicodeError, ValueError) as error:
        if isinstance(error, UnreadableSchedule) or type(error).__module__.startswith("plumbline"):
            raise
        raise UnreadableSchedule(
            Problem("The XML is in an encoding that cannot be read. Save it again from Project, which writes UTF-8.")
        ) from error
    if not parts.activities:
        raise UnreadableSchedule(Problem("The file has no tasks. Open the plan in Project and save it as XML again."))
    schedule = schedule_of(Record(root, "project"), parts)
    return PlanFile(FORMAT, (schedule,), parts.problems.as_tuple())


def _walk(data: bytes, parts: Parts) -> Element:
    """Takes in one part after the other and forgets its elements, so that memory stays small."""
    add = {
        "Calendar": parts.add_calendar,
        "Task": parts.add_task,
        "Resource": parts.add_resource,
        "Assignment": parts.add_assignment,
    }
    counts = dict.fromkeys(add, 0)
    check_count("elements", data.count(b"<") // 2, MAX_FIELDS)
    loose = 0
    element: Element | None = None
    for _, element in ElementTree.iterparse(io.BytesIO(data)):
        name = local_name(element.tag)
        loose += 1
        if name in add:
            loose = 0
            counts[name] += 1
            what, limit = _LIMITS[name]
            check_count(what, counts[name], limit)
            check_count("links", len(parts.links), MAX_LINKS)
            add[name](Record(element, _place(name, element)))
            element.clear()
        else:
            check_count("elements in one place", loose, MAX_LOOSE_ELEMENTS)
    if element is None or local_name(element.tag) != "Project":
        raise UnreadableSchedule(Problem("The XML is not of Microsoft Project. Save the plan as XML from Project."))
    return element


def _place(name: str, element: Element) -> str:
    """For example: task 12 'Pour foundations'."""
    found = {local_name(child.tag): (child.text or "").strip() for child in element[:8]}
    number = found.get("ID") or found.get("UID", "")
    title = found.get("Name", "")
    return f"{name.lower()} {number[:20]}" + (f" '{title[:80]}'" if title else "")
