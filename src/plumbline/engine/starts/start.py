"""What a plan is begun from, and what a way to begin says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plumbline.engine.schedule import Schedule
from plumbline.engine.standard import Standard


class CannotStart(ValueError):
    """Nothing to begin from, or a choice that cannot be; ``field`` names the choice."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """Something that is handed over, with the number of criteria by which it is accepted."""

    reference: str
    name: str
    criteria: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """``start`` is the first day of the plan, a naive instant in its own local time. ``earlier`` is a plan to copy.

    ``choices`` are what a way asks for beside that, as text, by the name of the choice.
    """

    name: str
    start: datetime
    standard: Standard | None = None
    earlier: Schedule | None = None
    deliverables: tuple[Deliverable, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)

    def number(self, name: str, otherwise: int, most: int) -> int:
        """A choice that is a whole number from 1 to ``most``. Raises CannotStart."""
        text = self.choices.get(name, "").strip()
        if not text:
            return otherwise
        if not text.isdecimal() or len(text) > 6 or not 1 <= int(text) <= most:
            raise CannotStart(f"Write a whole number from 1 to {most:,}.", name)
        return int(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that a way asks for: a number, lines of text, or yes or no. ``example`` is a value that makes sense."""

    name: str
    label: str
    kind: str = "number"
    example: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """``needs`` names the fields of a ``Start`` without which this way leads nowhere."""

    title: str
    summary: str
    plan: Callable[[Start], Schedule]
    needs: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    order: int = 50
