"""What a plan is begun from, and the one call that begins it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from plumbline.engine.schedule import InvalidSchedule, Schedule
from plumbline.engine.standard import Standard
from plumbline.engine.starts import ways as folder


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


def begin(way: str, start: Start) -> Schedule:
    """The plan to begin with. The same start gives the same plan. Raises CannotStart."""
    chosen = ways().get(way)
    if chosen is None:
        raise CannotStart(f"There is no way to begin a plan called '{way[:40]}'.", "way")
    if any(not getattr(start, each) for each in chosen.needs):
        raise CannotStart(f"{chosen.title}: there is nothing to begin from.", "way")
    try:
        return chosen.plan(start)
    except InvalidSchedule as error:
        raise CannotStart(f"The plan would contradict itself: {error}.") from error


@cache
def ways() -> dict[str, Way]:
    """Every way to begin, by the name of its module, in the order in which they are offered."""
    names = [each.name for each in pkgutil.iter_modules(folder.__path__)]
    found: dict[str, Way] = {name: importlib.import_module(f"{folder.__name__}.{name}").WAY for name in names}
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))
