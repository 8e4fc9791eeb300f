"""The shape of a metric and of what it measures.

A metric is a module ``metrics/<number>.py`` with two names: ``METRIC``, its description, and ``measure(facts)``.
The catalogue finds it by walking the folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Better(StrEnum):
    """Which way a number should move."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


class Unit(StrEnum):
    WORKING_DAYS = "working days"
    DAYS = "days"
    PERCENT = "%"
    COUNT = "activities"
    INDEX = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """What a metric is about. A metric with no better direction informs; it gives no status."""

    title: str
    unit: Unit
    better: Better
    why: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measurement:
    """A number in the metric's unit, or ``None`` with the reason why it cannot be measured."""

    value: float | None
    reason: str = ""


def not_measurable(reason: str) -> Measurement:
    """Nothing to measure; ``reason`` tells the project manager what is missing."""
    return Measurement(None, reason)


NO_PLAN = not_measurable("No plan has been delivered yet.")
NO_DATA_DATE = not_measurable(
    "The plan has no data date (status date), so nobody can say how old it is. Set it in the planning tool."
)
NO_TASKS = not_measurable("The plan has no activities that are work.")
NO_BASELINE = not_measurable("The plan has no baseline, so nothing can be compared with what was promised. Set one.")
NO_CRITERIA = not_measurable("The project has no criteria of acceptance yet. Enter them on the page Acceptance.")
NO_VALUE = not_measurable("Nobody has said what it is to cost and when. Set a cost baseline on the page Earned value.")
NOTHING_EARNED = not_measurable("Nobody has said yet what is earned. Deliver the next version of the plan, or a table.")
