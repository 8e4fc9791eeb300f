"""When activities are worked on, and what is found wrong with that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from plumbline.engine.schedule import Uid

Key = tuple[int, Uid]
"""The place of a plan among those levelled, and the uid of an activity in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """When an activity is worked on; ``moved`` says that levelling was free to choose it."""

    start: datetime
    finish: datetime
    moved: bool = True


class Kind(StrEnum):
    LINK = "link"
    CALENDAR = "calendar"
    START = "start"
    CAPACITY = "capacity"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Broken:
    """Something a levelled plan does not keep: which activity of which plan, and in words what is wrong."""

    kind: Kind
    plan: int
    activity: Uid
    message: str
