"""Objects of MPXJ's JSON with typed access that names the place of what it cannot read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from plumbline.engine.readers.limits import MAX_MINUTES, check_count, is_plausible, shortened
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule

_AGAIN = "Correct it in the program that made the plan, and save it again."


class Fields:
    """One object. Getters give ``None`` or an empty text for a field that is missing."""

    __slots__ = ("_values", "place")

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self._values = values
        self.place = place

    def objects(self, name: str, limit: int) -> Iterator[Fields]:
        """The objects of a list, each with a place such as: tasks 12 'Pour foundations'."""
        values = self._values.get(name)
        if values is None:
            return
        if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
            raise self.refusal("it is no list of objects", name)
        check_count(name, len(values), limit)
        for each in values:
            yield Fields(each, _place(name, each))

    def child(self, name: str) -> Fields | None:
        value = self._values.get(name)
        if value is not None and not isinstance(value, dict):
            raise self.refusal("it is no object", name)
        return None if value is None else Fields(value, f"{self.place}, {name}")

    def texts(self, name: str) -> list[str]:
        value = self._values.get(name) or []
        if not isinstance(value, list):
            raise self.refusal("it is no list", name)
        return [str(each) for each in value]

    def text(self, name: str) -> str:
        """On one line."""
        value = self._values.get(name)
        return "" if value is None else shortened(" ".join(str(value).split()))

    def flag(self, name: str) -> bool:
        return self._values.get(name) is True

    def number(self, name: str) -> float | None:
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15:
            raise self.refusal(f"'{str(value)[:40]}' is not a number", name)
        return float(value)

    def whole(self, name: str) -> int | None:
        number = self.number(name)
        if number is not None and number != int(number):
            raise self.refusal(f"'{number}' is not a whole number", name)
        return None if number is None else int(number)

    def uid(self, name: str) -> int:
        number = self.whole(name)
        if number is None:
            raise self.refusal("an id is missing here", name)
        return number

    def minutes(self, name: str) -> int | None:
        """Seconds in the file; 30 of them make a minute."""
        seconds = self.number(name)
        if seconds is None:
            return None
        if abs(seconds) > MAX_MINUTES * 60:
            raise self.refusal(f"{seconds:g} seconds are more than 200 years", name)
        return round(seconds / 60)

    def instant(self, name: str) -> datetime | None:
        text = self.text(name)
        if not text:
            return None
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            raise self.refusal(f"'{text[:40]}' is not a date and time such as 2026-03-02T08:00:00", name) from None
        if not is_plausible(instant):
            raise self.refusal(f"the year {instant.year} cannot be right", name)
        return instant.replace(second=0, microsecond=0, tzinfo=None)

    def day(self, name: str) -> date | None:
        instant = self.instant(name)
        return None if instant is None else instant.date()

    def refusal(self, message: str, name: str = "") -> UnreadableSchedule:
        place = f"{self.place}, {name}" if name else self.place
        return UnreadableSchedule(Problem(f"{message[0].upper()}{message[1:]}. {_AGAIN}", place))


def fields_of(data: bytes) -> Fields:
    """The outermost object. Raises UnreadableSchedule for what is no JSON, or no object."""
    try:
        values = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise UnreadableSchedule(Problem("The JSON is damaged or breaks off. Convert the plan again.")) from None
    if not isinstance(values, dict):
        raise UnreadableSchedule(Problem("The JSON holds no project. Convert the plan again."))
    return Fields(values, "the file")


def _no_number(name: str) -> float:
    raise ValueError(name)


def _place(list_name: str, values: dict[str, Any]) -> str:
    number = values.get("id", values.get("unique_id", ""))
    title = values.get("name")
    return f"{list_name} {str(number)[:20]}" + (f" '{str(title)[:80]}'" if title else "")
