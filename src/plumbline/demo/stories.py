"""The shape of a project's story; the stories themselves are in ``programmes``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

from plumbline.demo.progress import Course, Outlook
from plumbline.engine.schedule import Schedule

Structure = Callable[[Schedule], Schedule]
"""A habit of the planner that is in the plan from the start."""

Delivery = Callable[[Schedule, Schedule], Schedule]
"""What happens to an update before it is delivered; the second plan is the first one of the project."""


class SentAs(Enum):
    """How the plan reaches the office: as a file that is uploaded, or, without one, by the planner's own program."""

    NOTHING = "nothing"
    XER = "xer"
    SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a project is there to show, and what the assessment of its latest plan has to say.

    ``statuses`` are by dimension; ``failed`` and ``passed`` name rules.
    """

    title: str
    overall: str | None = "green"
    statuses: dict[str, str] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One project from its first plan to its latest. Weeks count back from the anchor, a Monday.

    What belongs to single versions is keyed by their number, negative ones counted from the latest; an outlook
    or a growth of costs holds until the next one.
    """

    code: str
    name: str
    purpose: str
    manager: str
    sponsor: str
    outline: str
    places: tuple[str, ...] = ()
    lesson: Lesson
    began: int
    every: int = 4
    latest: int = 1
    stretch: float = 1.0
    longest: int = 44
    course: Course = field(default_factory=Course)
    outlooks: dict[int, Outlook] = field(default_factory=dict)
    structure: tuple[Structure, ...] = ()
    delivery: dict[int, Delivery] = field(default_factory=dict)
    cost_growth: dict[int, float] = field(default_factory=dict)
    baselines: dict[int, str] = field(default_factory=lambda: {1: "Approved at the gate for delivery."})
    messages: dict[int, str] = field(default_factory=dict)
    sent_as: SentAs = SentAs.NOTHING
    delivers_plans: bool = True

    def data_dates(self, anchor: date) -> list[datetime]:
        """Every so many weeks up to the latest, the first at or soon after the week it began: Mondays at eight."""
        weeks = range(self.latest, self.began + 1, self.every)
        return [_monday(anchor, each) for each in reversed(weeks)]

    def number(self, given: int, versions: int) -> int:
        """Versions are counted from 1, or from the latest backwards: -1 is the latest."""
        return given if given > 0 else versions + 1 + given


def _monday(anchor: date, weeks_ago: int) -> datetime:
    return datetime.combine(anchor - timedelta(weeks=weeks_ago), time(8))
