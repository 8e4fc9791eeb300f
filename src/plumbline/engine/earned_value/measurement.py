"""How much of its budget a piece of work has earned: one row of ``RULES`` is one measurement rule.

Sources: docs/methods/earned-value.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plumbline.engine.earned_value.figure import Figure, no_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is known of one piece of work; a rule looks at its own part only. Shares lie between 0 and 1.

    ``physical`` is the share done, as somebody judged or counted it. ``milestones`` are weights, and whether each is
    reached. ``units`` are done and planned, points of a backlog as well. ``base`` is the share earned by the work that
    this one goes along with, ``planned`` the share that was planned to be done by now. Raises ValueError for what lies
    outside.
    """

    started: bool = False
    finished: bool = False
    physical: float | None = None
    milestones: tuple[tuple[float, bool], ...] = ()
    units: tuple[float, float] | None = None
    base: float | None = None
    planned: float | None = None

    def __post_init__(self) -> None:
        if any(each is not None and not 0 <= each <= 1 for each in (self.physical, self.base, self.planned)):
            raise ValueError("shares lie between 0 and 1")
        if any(weight < 0 for weight, _ in self.milestones):
            raise ValueError("weights are not below zero")
        if self.units is not None and min(self.units) < 0:
            raise ValueError("units are not below zero")


@dataclass(frozen=True, slots=True)
class MeasurementRule:
    """``suits`` says which work it is for, ``share`` gives the earned share of its budget, 0 to 1."""

    name: str
    title: str
    suits: str
    share: Callable[[Progress], Figure]


def _at_start_and_end(at_start: float) -> Callable[[Progress], Figure]:
    def share(progress: Progress) -> Figure:
        return Figure(1.0 if progress.finished else at_start if progress.started else 0.0)

    return share


def _by_milestones(progress: Progress) -> Figure:
    weights = sum(weight for weight, _ in progress.milestones)
    if weights <= 0:
        return no_figure("The work has no milestones with a weight.")
    return Figure(sum(weight for weight, reached in progress.milestones if reached) / weights)


def _physical(progress: Progress) -> Figure:
    if progress.finished:
        return Figure(1.0)
    return Figure(progress.physical) if progress.physical is not None else no_figure("Nobody said how much is done.")


def _units_complete(progress: Progress) -> Figure:
    if progress.units is None or progress.units[1] <= 0:
        return no_figure("It is not known how many units are planned.")
    done, planned = progress.units
    return Figure(min(1.0, done / planned))


def _apportioned(progress: Progress) -> Figure:
    return Figure(progress.base) if progress.base is not None else no_figure("What it goes along with is not measured.")


def _level_of_effort(progress: Progress) -> Figure:
    return Figure(progress.planned) if progress.planned is not None else no_figure("It is not planned in time.")


RULES = (
    MeasurementRule("0/100", "0/100", "Work of at most one period: all or nothing.", _at_start_and_end(0.0)),
    MeasurementRule("50/50", "50/50", "Work that lasts over the end of one period.", _at_start_and_end(0.5)),
    MeasurementRule("25/75", "25/75", "The same, where a start says little.", _at_start_and_end(0.25)),
    MeasurementRule("milestones", "Weighted milestones", "Longer work with visible steps.", _by_milestones),
    MeasurementRule("physical", "Physical per cent complete", "Work that is judged by agreed signs.", _physical),
    MeasurementRule("units", "Units complete", "Many equal things; points of a backlog (AgileEVM).", _units_complete),
    MeasurementRule("apportioned", "Apportioned effort", "Work that goes along with other work.", _apportioned),
    MeasurementRule("level_of_effort", "Level of effort", "Work that only takes time.", _level_of_effort),
)
BY_NAME = {each.name: each for each in RULES}
