"""Elements of an MSPDI file with typed access that names the place of what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from xml.etree.ElementTree import Element

from plumbline.engine.readers.limits import MAX_MINUTES, is_plausible, shortened
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule

_DURATION = re.compile(
    r"(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9}(?:\.\d+)?)H)?(?:(\d{1,9}(?:\.\d+)?)M)?(?:(\d{1,12}(?:\.\d+)?)S)?)?"
)


class Record:
    """One element as its children: plain ones by name, those with children of their own kept apart.

    Getters give ``None`` or an empty text for an element that is missing or empty.
    """

    __slots__ = ("nested", "place", "texts")

    def __init__(self, element: Element, place: str) -> None:
        self.place = place
        self.texts: dict[str, str] = {}
        self.nested: list[tuple[str, Element]] = []
        for child in element:
            name = local_name(child.tag)
            if len(child):
                self.nested.append((name, child))
            elif child.text:
                self.texts[name] = child.text

    def records(self, *path: str) -> Iterator[Record]:
        """Elements at ``path`` below this one."""
        for name, element in self.nested:
            if name == path[0]:
                record = Record(element, f"{self.place}, element {name}")
                if len(path) == 1:
                    yield record
                else:
                    yield from record.records(*path[1:])

    def text(self, name: str) -> str:
        """On one line."""
        return shortened(" ".join(self.texts.get(name, "").split()))

    def whole(self, name: str) -> int | None:
        text = self.texts.get(name, "").strip()
        if not text:
            return None
        number = self.number(name)
        if number is None or number != int(number):
            raise self.refusal(f"'{text[:40]}' is not a whole number", name)
        return int(number)

    def uid(self, name: str) -> int:
        number = self.whole(name)
        if number is None:
            raise self.refusal("an id is missing here", name)
        return number

    def number(self, name: str) -> float | None:
        text = self.texts.get(name, "").strip()
        if not text:
            return None
        number = _number(text)
        if number is None:
            raise self.refusal(f"'{text[:40]}' is not a number", name)
        return number

    def flag(self, name: str) -> bool | None:
        text = self.texts.get(name, "").strip().lower()
        return None if not text else text in ("1", "true", "-1")

    def minutes(self, name: str) -> int | None:
        """An ISO 8601 duration such as PT8H0M0S; a day in it is 24 hours."""
        text = self.texts.get(name, "").strip()
        if not text:
            return None
        minutes = _minutes(text)
        if minutes is None:
            raise self.refusal(f"'{text[:40]}' is not a duration such as PT8H0M0S", name)
        if abs(minutes) > MAX_MINUTES:
            raise self.refusal(f"'{text[:40]}' is more than 200 years", name)
        return minutes

    def instant(self, name: str) -> datetime | None:
        text = self.texts.get(name, "").strip()
        if not text or text == "NA":
            return None
        instant = _instant(text)
        if instant is None:
            raise self.refusal(f"'{text[:40]}' is not a date and time such as 2026-03-02T08:00:00", name)
        if not is_plausible(instant):
            raise self.refusal(f"the year {instant.year} cannot be right", name)
        return instant

    def day(self, name: str) -> date | None:
        instant = self.instant(name)
        return None if instant is None else instant.date()

    def refusal(self, message: str, name: str = "") -> UnreadableSchedule:
        place = f"{self.place}, element {name}" if name else self.place
        text = f"{message[0].upper()}{message[1:]}. Correct it and save the plan as XML again."
        return UnreadableSchedule(Problem(text, place))


@lru_cache(maxsize=4_096)
def local_name(tag: str) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@lru_cache(maxsize=65_536)
def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


@lru_cache(maxsize=65_536)
def _minutes(text: str) -> int | None:
    match = _DURATION.fullmatch(text)
    if match is None or text.endswith(("P", "T")):
        return None
    sign, days, hours, minutes, seconds = match.groups()
    total = int(days or 0) * 1440 + float(hours or 0) * 60 + float(minutes or 0) + float(seconds or 0) / 60
    return round(-total if sign else total)


@lru_cache(maxsize=65_536)
def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant.replace(second=0, microsecond=0, tzinfo=None)
