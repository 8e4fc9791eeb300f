"""Monte Carlo: the plan is calculated once per iteration, with what is uncertain drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from plumbline.engine.forecast.chunk import Chunk, Simulation
from plumbline.engine.forecast.gather import forecast_of
from plumbline.engine.forecast.inputs import RiskInputs
from plumbline.engine.forecast.prepare import prepared
from plumbline.engine.forecast.result import Forecast
from plumbline.engine.schedule import Schedule
from plumbline.engine.stopping import Stopped

MOST_ITERATIONS = 1_000_000
MOST_MILESTONE_DATES = 200_000_000


def simulate(
    schedule: Schedule,
    inputs: RiskInputs | None = None,
    *,
    iterations: int = 5_000,
    seed: int = 1,
    each: Callable[[Callable[[int], Any], Iterable[int]], Iterable[Any]] = map,
    going_on: Callable[[int, int], bool] | None = None,
    compiled: bool = False,
) -> Forecast:
    """The distribution of the finish, of every milestone and of the cost of ``schedule``.

    ``each`` runs one function over the numbers of the chunks and gives the answers in their order: ``map``, or the
    method of that name of an executor of threads. The result is the same to the byte, whatever it is.
    ``going_on(done, total)`` is called with iterations after every chunk; once it returns False, ``Stopped`` is
    raised. ``compiled`` runs the passes in machine code, with the same result to the byte: making that code takes
    some seconds in each process, so it is for large plans.

    Raises InvalidEstimate for inputs that contradict the plan or themselves (the message names the activity or risk),
    ValueError for a number of iterations outside 1 to ``MOST_ITERATIONS`` or a seed outside 0 to 2^63, NotAccelerated
    where ``compiled`` needs numba, and what ``calculate`` raises.

    Source and worked examples: docs/methods/monte-carlo.md.
    """
    if not 1 <= iterations <= MOST_ITERATIONS:
        raise ValueError(f"the number of iterations lies between 1 and {MOST_ITERATIONS:,}, not at {iterations:,}")
    if not 0 <= seed < 1 << 63:
        raise ValueError("the seed is a whole number of at least 0, with at most 18 digits")
    simulation = prepared(schedule, inputs or RiskInputs(), iterations, seed, compiled)
    if len(simulation.milestones) * iterations > MOST_MILESTONE_DATES:
        raise ValueError("so many milestones need fewer iterations: at most 200 million dates of milestones are kept")
    chunks = _all_chunks(simulation, each, going_on)
    return forecast_of(schedule, inputs or RiskInputs(), simulation, chunks)


def _all_chunks(
    simulation: Simulation,
    each: Callable[[Callable[[int], Any], Iterable[int]], Iterable[Any]],
    going_on: Callable[[int, int], bool] | None,
) -> list[Chunk]:
    if going_on is not None and not going_on(0, simulation.iterations):
        raise Stopped
    chunks: list[Chunk] = []
    done = 0
    for chunk in each(simulation.run, range(simulation.chunks)):
        chunks.append(chunk)
        done += len(chunk.finish)
        if going_on is not None and not going_on(done, simulation.iterations):
            raise Stopped
    return chunks
