"""Earned schedule: by when the plan had wanted what is earned now. Time is counted in periods from the start.

Formulas, edge rules and their sources: docs/methods/earned-value.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from plumbline.engine.earned_value.figure import Figure, no_figure
from plumbline.engine.earned_value.standing import NO_BUDGET


@dataclass(frozen=True, slots=True)
class PlannedCurve:
    """Cumulative planned value at the end of period 0 (which is 0), 1, 2 and so on; ``bac`` is where it is to arrive.

    Raises ValueError where it does not begin at 0 or falls.
    """

    values: tuple[float, ...]
    bac: float

    def __post_init__(self) -> None:
        if not self.values or self.values[0] != 0:
            raise ValueError("a planned curve begins with 0 at the start of the first period")
        if any(after < before for before, after in pairwise(self.values)):
            raise ValueError("cumulative planned value never falls")

    @property
    def planned_duration(self) -> Figure:
        """PD: the first period in which the planned value reaches the BAC."""
        if self.bac <= 0:
            return no_figure(NO_BUDGET)
        reached = bisect_left(self.values, self.bac)
        if reached == len(self.values):
            return no_figure("The planned value does not reach the budget: periods are missing at its end.")
        return Figure(float(reached))

    def earned_schedule(self, ev: float) -> Figure:
        """ES = C + (EV - PV[C]) / (PV[C+1] - PV[C]), where C is the last period with PV[C] <= EV; PD once EV >= BAC."""
        if self.bac <= 0:
            return no_figure(NO_BUDGET)
        if ev >= self.bac:
            return self.planned_duration
        whole = bisect_right(self.values, ev) - 1
        if whole + 1 >= len(self.values):
            return no_figure("More is earned than the planned value shows: periods are missing at its end.")
        before, after = self.values[whole], self.values[whole + 1]
        return Figure(whole + (ev - before) / (after - before))


def schedule_variance_in_time(earned: Figure, actual_time: float) -> Figure:
    """SV(t) = ES - AT, in periods; below zero is late."""
    return earned if earned.value is None else Figure(earned.value - actual_time)


def schedule_index_in_time(earned: Figure, actual_time: float) -> Figure:
    """SPI(t) = ES / AT. At the end of a late project it stays below 1."""
    if earned.value is None:
        return earned
    return Figure(earned.value / actual_time) if actual_time > 0 else no_figure("No time has gone by yet.")


def duration_at_completion(planned: Figure, index: Figure) -> Figure:
    """IEAC(t) = PD / SPI(t): how many periods it will have taken if the rest goes as the time so far."""
    if planned.value is None or index.value is None:
        return planned if planned.value is None else index
    return Figure(planned.value / index.value) if index.value > 0 else no_figure("No time has been earned yet.")


def duration_with_rest_at(planned: Figure, earned: Figure, actual_time: float, factor: float = 1.0) -> Figure:
    """IEAC(t) = AT + (PD - ES) / PF; a ``factor`` of 1 has the rest go as planned. Raises ValueError for one <= 0."""
    if factor <= 0:
        raise ValueError("a performance factor is above 0")
    if planned.value is None or earned.value is None:
        return planned if planned.value is None else earned
    return Figure(actual_time + (planned.value - earned.value) / factor)


def to_complete_schedule_index(planned: Figure, earned: Figure, actual_time: float) -> Figure:
    """TSPI = (PD - ES) / (PD - AT): how well time has to be used from now on to finish after PD periods."""
    if planned.value is None or earned.value is None:
        return planned if planned.value is None else earned
    if actual_time >= planned.value:
        return no_figure("The planned duration is over.")
    return Figure((planned.value - earned.value) / (planned.value - actual_time))
