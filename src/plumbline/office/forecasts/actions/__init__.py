"""What can be done about commitments, estimates, simulations and reference classes."""

from plumbline.office.forecasts.actions.classes import (
    compare,
    make_class,
    put_case,
    put_cases,
    remove_case,
    take_finished_project,
)
from plumbline.office.forecasts.actions.estimating import put_effect, put_estimate, put_estimates, put_rules
from plumbline.office.forecasts.actions.promising import promise, withdraw
from plumbline.office.forecasts.actions.simulating import (
    LEAST_ITERATIONS,
    MOST_ITERATIONS,
    begin_simulation,
    cancel_simulation,
    carry_out_simulation,
)

__all__ = [
    "LEAST_ITERATIONS",
    "MOST_ITERATIONS",
    "begin_simulation",
    "cancel_simulation",
    "carry_out_simulation",
    "compare",
    "make_class",
    "promise",
    "put_case",
    "put_cases",
    "put_effect",
    "put_estimate",
    "put_estimates",
    "put_rules",
    "remove_case",
    "take_finished_project",
    "withdraw",
]
