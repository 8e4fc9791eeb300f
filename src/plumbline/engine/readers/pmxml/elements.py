"""Elements of a PMXML file with typed access that names the place of what it cannot read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from plumbline.engine.readers.p6.fields import Fields, Parse
from plumbline.engine.readers.p6.values import Unclear
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule

_Record = TypeVar("_Record")


class Spot(NamedTuple):
    """Where an element was, for what is kept of it when it is forgotten."""

    line: int
    kind: str
    known_as: str

    @property
    def place(self) -> str:
        return f"line {self.line}, {self.kind} {self.known_as[:80]}".rstrip()

    def place_of_activity(self, _: object) -> str:
        return self.place

    def refusal(self, message: str, field: str = "") -> UnreadableSchedule:
        place = f"{self.place}, element {field}" if field else self.place
        return UnreadableSchedule(Problem(message[0].upper() + message[1:], place))


class Element(Fields):
    """The plain elements within one as texts by name, and those of the others that are kept."""

    __slots__ = ("kind", "line", "texts", "within")

    def __init__(self, name: str, line: int) -> None:
        self.kind = name
        self.line = line
        self.texts: dict[str, str] = {}
        self.within: list[Element] = []

    def raw(self, field: str) -> str:
        return self.texts.get(field, "")

    def flag(self, field: str) -> bool:
        return self.text(field) in ("1", "true", "Y")

    def elements(self, *path: str) -> Iterator[Element]:
        """Elements at ``path`` below this one."""
        for each in self.within:
            if each.kind == path[0]:
                if len(path) == 1:
                    yield each
                else:
                    yield from each.elements(*path[1:])

    @property
    def place(self) -> str:
        return self.spot.place

    @property
    def spot(self) -> Spot:
        """The object as a planner knows it: by its id, or else its name."""
        return Spot(self.line, self.kind, self.name("Id") or self.name("Name"))

    def refusal(self, message: str, field: str = "") -> UnreadableSchedule:
        return self.spot.refusal(message, field)

    def record(
        self, make: Callable[[Iterable[Any]], _Record], fields: Sequence[tuple[str, Parse]], needed: int
    ) -> _Record:
        """What ``make`` makes of this element and the values of ``fields``, of which the first ``needed`` are ids."""
        get = self.texts.get
        try:
            values = [parse(text) if (text := get(field)) else None for field, parse in fields]
        except Unclear:
            values = [self.parsed(parse, field) for field, parse in fields]
        if None in values[:needed]:
            raise self.missing_id(fields[values.index(None)][0])
        return make([self.spot, *values])
