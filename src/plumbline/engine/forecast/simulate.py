"""Monte Carlo: the plan is calculated once per iteration, with what is uncertain drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from plumbline.engine.forecast.inputs import RiskInputs
from plumbline.engine.forecast.result import Forecast
from plumbline.engine.schedule import Schedule

MOST_ITERATIONS = 1_000_000


def simulate(
    schedule: Schedule,
    inputs: RiskInputs,
    *,
    iterations: int = 5_000,
    seed: int = 1,
    each: Callable[[Callable[[int], Any], Iterable[int]], Iterable[Any]] = map,
    going_on: Callable[[int, int], bool] | None = None,
) -> Forecast:
    """The distribution of the finish, of every milestone and of the cost of ``schedule``.

    ``each`` runs one function over the numbers of the chunks and gives the answers in their order: ``map``, or the
    method of that name of an executor of threads or processes. The result is the same to the byte, whatever it is.
    ``going_on(done, total)`` is called with iterations at least twice a second; once it returns False, ``Stopped`` is
    raised.

    Raises InvalidEstimate for inputs that contradict the plan or themselves (the message names the activity or risk),
    ValueError for a number of iterations outside 1 to ``MOST_ITERATIONS``, and what ``calculate`` raises.

    Source and worked examples: docs/methods/monte-carlo.md.
    """
    raise NotImplementedError
