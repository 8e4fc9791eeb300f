from __future__ import annotations

from django_tasks import task

from plumbline.office.forecasts.actions import carry_out_simulation
from plumbline.office.forecasts.models import SimulationRun
from plumbline.office.foundation.runs import take_up


@task()
def simulate_project(run_id: int) -> None:
    carry_out_simulation(run_id)


def simulate_what_is_due() -> None:
    take_up(SimulationRun, carry_out_simulation)


SWEEP = simulate_what_is_due
