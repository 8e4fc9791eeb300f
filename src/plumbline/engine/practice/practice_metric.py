"""The shape of a practice metric and of what it says.

A practice metric is a module ``metrics/<number>.py`` with two names: ``METRIC``, its description, and
``calculate(facts)``. It is found by walking the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts

FEW = 5
"""Below so many things counted, a number says little; pages say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeMetric:
    """``id`` is that of FACTS and of the field's lists (K1); ``formula`` says in a sentence what is counted."""

    id: str
    title: str
    question: str
    formula: str
    unit: str = "%"
    better: Better = Better.HIGHER


@dataclass(frozen=True, slots=True)
class Item:
    """One thing behind a number: whose it is, what it is, whether it counts for it, and a detail."""

    project: str
    what: str
    counts: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """``value`` is in the metric's unit; ``None`` where nothing can be said, and then ``reason`` says why.

    ``also`` is a second number that belongs to it, in words.
    """

    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    items: tuple[Item, ...] = ()
    reason: str = ""
    also: str = ""

    @property
    def is_few(self) -> bool:
        return self.denominator is not None and self.denominator < FEW


@dataclass(frozen=True, slots=True)
class CataloguedPracticeMetric:
    name: str
    metric: PracticeMetric
    calculate: Callable[[PracticeFacts], Reading]


def share_of(items: Iterable[Item], nothing: str, also: str = "") -> Reading:
    """Those that count among all, in percent; without any, ``nothing`` is the reason."""
    found = tuple(items)
    if not found:
        return Reading(None, 0, 0, reason=nothing, also=also)
    counting = sum(each.counts for each in found)
    return Reading(100.0 * counting / len(found), counting, len(found), found, also=also)


def not_kept(what: str) -> Reading:
    return Reading(None, reason=f"No {what} are kept yet, so nothing can be said.")
