"""The shape of a project's story; the stories themselves are in ``programmes``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from plumbline.demo.progress import Course, Factor
from plumbline.engine.schedule import Schedule

Structure = Callable[[Schedule], Schedule]
"""A habit of the planner that is in the plan from the start."""

Delivery = Callable[[Schedule, Schedule], Schedule]
"""What happens to an update before it is delivered; the second plan is the first one of the project."""


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
    """One project from its first plan to its latest. Weeks count back from the anchor, a Monday."""

    code: str
    name: str
    purpose: str
    manager: str
    sponsor: str
    outline: str
    places: tuple[str, ...] = ()
    lesson: Lesson
    began: int
    every: int = 8
    latest: int = 1
    stretch: float = 1.0
    longest: int = 44
    course: Course = field(default_factory=Course)
    outlooks: dict[int, Factor | None] = field(default_factory=dict)
    structure: tuple[Structure, ...] = ()
    delivery: dict[int, Delivery] = field(default_factory=dict)
    cost_growth: dict[int, float] = field(default_factory=dict)
    baselines: dict[int, str] = field(default_factory=lambda: {1: "Approved at the gate for delivery."})
    messages: dict[int, str] = field(default_factory=dict)
    as_file: tuple[int, ...] = ()
    delivers_plans: bool = True

    def data_dates(self, anchor: date) -> list[datetime]:
        """The start, then one data date every so many weeks up to the latest: Mondays at eight."""
        weeks = list(range(self.latest, self.began - self.every // 2, self.every))
        return [_monday(anchor, each) for each in (self.began, *reversed(weeks))]

    def latest_before(self, number: int, given: dict[int, float]) -> float | None:
        """The entry of the version, or of the last one before it that has an entry."""
        known = [each for each in given if each <= number]
        return given[max(known)] if known else None


def _monday(anchor: date, weeks_ago: int) -> datetime:
    return datetime.combine(anchor - timedelta(weeks=weeks_ago), time(8))
