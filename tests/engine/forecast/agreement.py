"""Compares a simulation without spread with the calculation of the same plan."""

from __future__ import annotations

from plumbline.engine.forecast import Forecast
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate


def agrees(plan: Schedule, found: Forecast) -> list[object]:
    """What differs: the finish, milestones, and who is critical where the finish of the project is not given."""
    calculated = calculate(plan)
    different: list[object] = []
    if {found.finish.deterministic, *found.finish.quantiles.values()} != {calculated.finish}:
        different.append((found.finish.deterministic, found.finish.p50, calculated.finish))
    for each in found.milestones:
        assert each.uid is not None
        if {each.deterministic, each.p80} != {calculated.dates[each.uid].early_finish}:
            different.append((each.id, each.p80, calculated.dates[each.uid].early_finish))
    if plan.must_finish_by is None:
        for risk in found.activities:
            total = calculated.dates[risk.uid].total_float
            if total is not None and risk.criticality != (total <= 0):
                different.append((risk.id, "total float", total, risk.criticality))
    return different
