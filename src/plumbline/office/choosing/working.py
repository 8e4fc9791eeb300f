"""The worker's part of a selection."""

from __future__ import annotations

from typing import Any

from plumbline.engine.stopping import GoingOn
from plumbline.office.choosing.calculation import calculated
from plumbline.office.choosing.models import Selection
from plumbline.office.choosing.queries.problems import digest_of, scenario_problem
from plumbline.office.foundation import runs


def carry_out_selection(selection_id: int) -> None:
    """Nothing is kept before all of it is there."""
    runs.carry_out(Selection, selection_id, _calculate, _keep)


def _calculate(selection: Selection, going_on: GoingOn) -> tuple[str, dict[str, Any]]:
    scenario = selection.scenario
    try:
        problem = scenario_problem(scenario)
    except ValueError as fault:
        raise runs.CannotBeDone(f"{fault}.") from fault
    return digest_of(problem), calculated(problem, list(scenario.periods), going_on)


def _keep(selection: Selection, found: tuple[str, dict[str, Any]]) -> None:
    digest, outcome = found
    Selection.objects.filter(pk=selection.pk).update(digest=digest, outcome=outcome)
