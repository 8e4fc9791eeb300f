"""Typed access to a row or an element of a P6 file that names the place of what it cannot read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from plumbline.engine.readers.p6 import values
from plumbline.engine.readers.plan_file import UnreadableSchedule
from plumbline.engine.schedule import Uid

Parse = Callable[[str], object]
_Value = TypeVar("_Value")
TRUNCATED = "The file was cut off or changed on its way. Export it again from P6 and send it unopened."


class Source(Protocol):
    """Where in the file something was read."""

    @property
    def place(self) -> str: ...

    def place_of_activity(self, code: Uid) -> str: ...

    def refusal(self, message: str, field: str = "") -> UnreadableSchedule: ...


class Fields:
    """Fields by their name in the file. Getters give ``None`` or an empty text for one that is empty or missing."""

    __slots__ = ()

    def raw(self, field: str) -> str:
        raise NotImplementedError

    def refusal(self, message: str, field: str = "") -> UnreadableSchedule:
        raise NotImplementedError

    def text(self, field: str) -> str:
        return self.raw(field).strip()

    def name(self, field: str) -> str:
        return values.name(self.raw(field))

    def uid(self, field: str) -> Uid | None:
        return values.uid(self.raw(field))

    def needed_uid(self, field: str) -> Uid:
        uid = self.uid(field)
        if uid is None:
            raise self.missing_id(field)
        return uid

    def number(self, field: str) -> float | None:
        return self.parsed(values.number, field)

    def minutes(self, field: str) -> int | None:
        return self.parsed(values.minutes, field)

    def instant(self, field: str) -> datetime | None:
        return self.parsed(values.instant, field)

    def missing_id(self, field: str) -> UnreadableSchedule:
        return self.refusal(f"an id is missing here. {TRUNCATED}", field)

    def parsed(self, parse: Callable[[str], _Value], field: str) -> _Value:
        """What ``parse`` makes of a field. Raises UnreadableSchedule, naming the place, where it cannot."""
        text = self.raw(field)
        try:
            return parse(text)
        except values.Unclear as error:
            raise self.refusal(str(error), field) from error
