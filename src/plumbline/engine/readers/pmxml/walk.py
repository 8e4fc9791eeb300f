"""Walks through a PMXML file once, handing on each object when it is complete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from plumbline.engine.readers.limits import MAX_DEPTH, MAX_FIELDS, check_count
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.pmxml.elements import Element

_CHUNK = 1 << 16
_AGAIN = "Export it again from P6: File > Export > Primavera PM - XML."


def walk(data: bytes, take: Mapping[str, Callable[[Element], None]], kept: frozenset[str]) -> str:
    """The name of the root element.

    ``take`` gets each element of its name that has elements within it, once it is whole. Elements of the names in
    ``kept`` stay with the element they are in; all others with elements within them are forgotten.
    """
    check_count("elements", data.count(b"<") // 2, MAX_FIELDS)
    walker = _Walker(take, kept)
    try:
        walker.feed(data)
    except (ParseError, ExpatError) as error:
        raise UnreadableSchedule(
            Problem(
                f"The XML breaks off or is damaged here. {_AGAIN}",
                f"line {walker.line}, column {walker.column}",
            )
        ) from error
    except DefusedXmlException as error:
        raise UnreadableSchedule(
            Problem(f"The XML defines entities, which a plan never does, so it is not read. {_AGAIN}")
        ) from error
    except LookupError as error:
        raise UnreadableSchedule(
            Problem(f"The XML is in an encoding that cannot be read. {_AGAIN} P6 writes UTF-8.")
        ) from error
    return walker.root


class _Walker:
    """Takes the calls of the parser itself: a plan has millions of elements, nearly all of them a name and a text.

    An element is one with others within it as soon as a second one starts before the first has ended.
    """

    def __init__(self, take: Mapping[str, Callable[[Element], None]], kept: frozenset[str]) -> None:
        self._take = take
        self._kept = kept
        self._names = _LocalNames()
        self._parser = DefusedXMLParser().parser
        self.root = ""
        self._listen()

    @property
    def line(self) -> int:
        return int(self._parser.ErrorLineNumber)

    @property
    def column(self) -> int:
        return int(self._parser.ErrorColumnNumber) + 1

    def feed(self, data: bytes) -> None:
        for begin in range(0, len(data), _CHUNK):
            self._parser.Parse(data[begin : begin + _CHUNK], False)
        self._parser.Parse(b"", True)

    def _listen(self) -> None:
        parser, names = self._parser, self._names
        open_elements: list[Element] = []
        texts: list[str] = []
        forget = texts.clear
        begun = ""
        inside = Element("", 0)

        def start(name: str, _: object) -> None:
            nonlocal begun, inside
            if begun:
                open_elements.append(inside)
                if len(open_elements) > MAX_DEPTH:
                    check_count("elements within each other", len(open_elements), MAX_DEPTH)
                inside = Element(names[begun], parser.CurrentLineNumber)
            begun = name
            forget()

        def end(name: str) -> None:
            nonlocal begun, inside
            if begun:
                begun = ""
                if texts:
                    inside.texts[names[name]] = texts[0] if len(texts) == 1 else "".join(texts)
            else:
                whole, inside = inside, open_elements.pop()
                self._hand_on(whole, inside)
            if not open_elements:
                self.root = names[name]

        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = texts.append
        parser.DefaultHandlerExpand = None

    def _hand_on(self, whole: Element, inside: Element) -> None:
        take = self._take.get(whole.kind)
        if take is not None:
            take(whole)
        elif whole.kind in self._kept:
            inside.within.append(whole)


class _LocalNames(dict[str, str]):
    """Names without their namespace."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition("}")[2]
        return local
