"""Where what is reported parts from what the evidence says, and what the way of reporting gives away.

Data in, flags out: the periods of one dimension of one project, oldest first. The choices that the field leaves open
are named in docs/methods/reported-beside-computed.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from plumbline.engine.standard.schema import Cadence

GREEN_STREAK = 4
"""Periods in a row reported green before a red is a cliff: a shorter while may have been the truth."""
WORSE_STEPS = 3
LEAST_SLIP_DAYS = 1
LEAST_LOSS = 0.005
"""An index printed with two digits moves when it loses as much."""
WEAK_CONFIDENCE = 2.5
"""Of answers from 1 (not at all) to 5 (fully), to the nearest half: the middle is 3, and this is below it."""
MISSED_INTERVALS = 2
"""One interval until the next report is due, and a whole one more in which nothing came."""


class Colour(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @classmethod
    def known(cls, text: str | None) -> Colour | None:
        """``None`` for unknown, for nothing, and for any other word."""
        return cls(text) if text in _STEPS else None


_STEPS = {"green": 0, "amber": 1, "red": 2}


class Flag(StrEnum):
    """In the order of how much they weigh."""

    WATERMELON = "watermelon"
    WARNING = "warning"
    WEAK_CONFIDENCE = "weak_confidence"
    PESSIMISM = "pessimism"
    RED_CLIFF = "red_cliff"
    UNMOVED = "unmoved"


@dataclass(frozen=True, slots=True)
class Period:
    """One dimension in one period, as of ``on``. ``None``: nothing was reported, or the evidence is unknown.

    ``cpi`` and ``spi_t`` are the cost performance index and the schedule performance index in units of time.
    ``confidence`` is the mean of what the team answered, from 1 to 5, where it may be shown.
    """

    on: date
    reported: Colour | None
    evidence: Colour | None
    forecast_finish: date | None = None
    cpi: float | None = None
    spi_t: float | None = None
    confidence: float | None = None

    @property
    def divergence(self) -> int | None:
        return divergence(self.reported, self.evidence)


def divergence(reported: Colour | None, evidence: Colour | None) -> int | None:
    """Evidence less reported in steps, from -2 to +2; ``None`` where either is not known: that is never green."""
    if reported is None or evidence is None:
        return None
    return _STEPS[evidence] - _STEPS[reported]


def flags_of(
    periods: Sequence[Period], *, green_streak: int = GREEN_STREAK, worse_steps: int = WORSE_STEPS
) -> tuple[Flag, ...]:
    """What the last period shows, in the order of ``Flag``; nothing where nothing was reported in it.

    Raises ``ValueError`` if the periods are not in the order of their days.
    """
    if any(later.on <= earlier.on for earlier, later in pairwise(periods)):
        raise ValueError("The periods have to be in the order of their days, each day once.")
    if not periods or periods[-1].reported is None:
        return ()
    now = periods[-1].divergence
    shown = {
        Flag.WATERMELON: now == 2,
        Flag.WARNING: now == 1 and len(periods) > 1 and (periods[-2].divergence or 0) >= 1,
        Flag.WEAK_CONFIDENCE: _is_weak_under_green(periods[-1]),
        Flag.PESSIMISM: now is not None and now < 0,
        Flag.RED_CLIFF: _is_red_cliff(periods, green_streak),
        Flag.UNMOVED: _is_unmoved(periods, worse_steps),
    }
    return tuple(flag for flag, is_shown in shown.items() if is_shown)


def silent_after(last_report: date, cadence: Cadence) -> date:
    """The last day on which that report still counts: the next one was due, and a whole interval more has gone by."""
    return last_report + timedelta(days=MISSED_INTERVALS * cadence.days + cadence.grace_days)


def is_silent(last_report: date, cadence: Cadence | None, today: date) -> bool:
    """Where no report is asked for, nobody is silent."""
    return cadence is not None and today > silent_after(last_report, cadence)


def _is_weak_under_green(last: Period) -> bool:
    return last.reported is Colour.GREEN and last.confidence is not None and last.confidence <= WEAK_CONFIDENCE


def _is_red_cliff(periods: Sequence[Period], green_streak: int) -> bool:
    before = periods[-1 - green_streak : -1]
    green = len(before) == green_streak and all(each.reported is Colour.GREEN for each in before)
    return green and periods[-1].reported is Colour.RED


def _is_unmoved(periods: Sequence[Period], worse_steps: int) -> bool:
    """The same colour, green or amber: there is nothing worse than red to move to."""
    last = periods[-1 - worse_steps :]
    if len(last) <= worse_steps or last[-1].reported is Colour.RED or len({each.reported for each in last}) > 1:
        return False
    return any(all(is_worse(*step) for step in pairwise(last)) for is_worse in _WORSE)


def _finish_is_worse(before: Period, now: Period) -> bool:
    if before.forecast_finish is None or now.forecast_finish is None:
        return False
    return (now.forecast_finish - before.forecast_finish).days >= LEAST_SLIP_DAYS


def _cpi_is_worse(before: Period, now: Period) -> bool:
    return _lost(before.cpi, now.cpi)


def _spi_t_is_worse(before: Period, now: Period) -> bool:
    return _lost(before.spi_t, now.spi_t)


def _lost(before: float | None, now: float | None) -> bool:
    return before is not None and now is not None and round(before - now, 9) >= LEAST_LOSS


_WORSE: tuple[Callable[[Period, Period], bool], ...] = (_finish_is_worse, _cpi_is_worse, _spi_t_is_worse)
