"""Walks through an MSPDI file once, handing on each part when it is complete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from plumbline.engine.calendars import InvalidCalendar
from plumbline.engine.readers.limits import MAX_DEPTH, MAX_FIELDS, MAX_LOOSE_ELEMENTS, check_count
from plumbline.engine.readers.mspdi.elements import local_name
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.schedule import InvalidSchedule


def walk(data: bytes, take: Mapping[str, Callable[[Element], None]]) -> Element:
    """The root element. ``take`` gets each element of its name once it is whole; afterwards it is forgotten."""
    check_count("elements", data.count(b"<") // 2, MAX_FIELDS)
    parser = DefusedXMLParser(target=_Target(take))
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (UnreadableSchedule, InvalidSchedule, InvalidCalendar):
        raise
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
    except (LookupError, ValueError) as error:
        raise UnreadableSchedule(
            Problem("The XML is in an encoding that cannot be read. Save it again from Project, which writes UTF-8.")
        ) from error
    return root


class _Target:
    """Builds elements like the standard library, but no deeper or wider than a plan can be, and drops what is taken."""

    def __init__(self, take: Mapping[str, Callable[[Element], None]]) -> None:
        self._builder = TreeBuilder()
        self._take = take
        self._depth = 0
        self._loose = 0
        self.data = self._builder.data
        self.close = self._builder.close

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            check_count("elements within each other", self._depth, MAX_DEPTH)
        return self._builder.start(tag, attributes)

    def end(self, tag: str) -> Element:
        element = self._builder.end(tag)
        self._depth -= 1
        self._loose += 1
        take = self._take.get(local_name(tag))
        if take is not None:
            take(element)
            element.clear()
            self._loose = 0
        elif self._loose > MAX_LOOSE_ELEMENTS:
            check_count("elements in one place", self._loose, MAX_LOOSE_ELEMENTS)
        return element
