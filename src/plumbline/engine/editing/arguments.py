"""What an edit is given, with typed access: everything comes as text or lists of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import Activity, Schedule, Uid

MOST_ROWS = 5_000
LONGEST_TEXT = 1_000


@dataclass(frozen=True)
class Arguments:
    schedule: Schedule
    given: Mapping[str, Any]

    @cached_property
    def _uids(self) -> dict[str, Uid]:
        return {str(each.uid): each.uid for each in self.schedule.activities}

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        """Empty where it was not given. Raises CannotEdit for what is no text, or too long."""
        value = self.given.get(name, "")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise CannotEdit(f"'{name}' has to be text.", field=name)
        text = str(value).replace("\0", "")
        if len(text) > longest:
            raise CannotEdit(f"'{name}' has more than {longest:,} characters; shorten it.", field=name)
        return text

    def number(self, name: str, otherwise: int, least: int, most: int) -> int:
        text = self.text(name, 12).strip()
        if not text:
            return otherwise
        if not text.lstrip("-").isdecimal() or not least <= int(text) <= most:
            raise CannotEdit(f"'{text}' has to be a whole number from {least:,} to {most:,}.", field=name)
        return int(text)

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """The first of ``choices`` where nothing was given."""
        text = self.text(name, 40) or choices[0]
        if text not in choices:
            raise CannotEdit(f"'{text}' is not among {', '.join(choices)}.", field=name)
        return text

    def activity(self, name: str) -> Activity | None:
        """The row that ``name`` names by its uid; ``None`` where it is empty."""
        text = self.text(name)
        return self._named(text) if text else None

    def wanted(self, name: str) -> Activity:
        found = self.activity(name)
        if found is None:
            raise CannotEdit("Say which row is meant.", field=name)
        return found

    def rows(self, name: str = "rows") -> tuple[Activity, ...]:
        """The rows named, in the order of the plan, each once. Raises CannotEdit where there is none."""
        value = self.given.get(name, ())
        texts = [value] if isinstance(value, str | int) else value
        if not isinstance(texts, list | tuple) or not texts:
            raise CannotEdit("Choose at least one row.", field=name)
        if len(texts) > MOST_ROWS:
            raise CannotEdit(f"More than {MOST_ROWS:,} rows at once cannot be changed.", field=name)
        named = {self._named(str(each)).uid for each in texts}
        return tuple(each for each in self.schedule.activities if each.uid in named)

    def _named(self, text: str) -> Activity:
        uid = self._uids.get(text)
        if uid is None:
            raise CannotEdit("A row that was meant is no longer in the plan. Load the page again.", field="rows")
        return self.schedule.activity_by_uid[uid]
