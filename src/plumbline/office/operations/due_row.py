"""What a kind of due thing says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DueRow:
    """``deed`` is the one thing that moves it, in words, and ``deed_url`` where it is done.

    ``on`` is the day by which it was or is due; ``who`` has it. Where ``posts`` is given, the deed is done by a POST
    that carries this name with "yes".
    """

    what: str
    url: str
    deed: str
    deed_url: str
    on: date | None = None
    who: str = ""
    detail: str = ""
    posts: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The most urgent rows, and how many there are in all."""

    rows: Sequence[DueRow]
    total: int
