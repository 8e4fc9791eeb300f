"""What the passes in lanes run on: NumPy, a row of lanes at a time, or machine code, one lane after another."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from plumbline.engine.forecast import drawing_steps, lane_passes, lane_placing, lane_time
from plumbline.engine.forecast.lane_columns import LaneColumns
from plumbline.engine.schedule.machine import NotAccelerated

Step = Callable[..., None]


@dataclass(frozen=True, slots=True)
class LaneMachine:
    """The passes, how many lanes they take at a time (all of a chunk at 0), and how they want their columns."""

    name: str
    block: int
    forward: Step
    backward: Step
    lie_late: Step
    draw: Step
    tally: Step
    mark_critical: Step
    columns: Callable[[Any], Any]

    def nodes(self, nodes: list[int]) -> Any:
        """A list of nodes as the passes want it."""
        return self.columns(np.array(nodes, dtype=np.int32))

    def network(self, net: LaneColumns) -> LaneColumns:
        return LaneColumns(*(self.columns(each) for each in net))


@cache
def numpy_machine(one_calendar: bool) -> LaneMachine:
    steps = _made(one_calendar, lambda step: step, {})
    return _machine("NumPy", 0, steps, lambda column: column.tolist())


@cache
def compiled_machine(one_calendar: bool) -> LaneMachine:
    """The passes in machine code, which takes some seconds to make. Raises NotAccelerated without numba."""
    try:
        import numba
    except ImportError as error:
        raise NotAccelerated("numba is not installed; install plumbline[fast]") from error

    njit: Any = numba.njit
    inner = njit(forceinline=True, _nrt=False)
    scalars = {
        "lanes": range,
        "larger": inner(_larger),
        "smaller": inner(_smaller),
        "one_of": inner(_one_of),
        "whole": inner(_whole),
        "wide": inner(_wide),
        "total": inner(_as_it_is),
        "total_where": inner(_total_where),
        "count_where": inner(_count_where),
        "cell_of": inner(_cell_of),
        "look_up": inner(_look_up),
    }
    steps = _made(one_calendar, njit(_nrt=False, nogil=True), scalars, inner)
    return _machine("numba", _LANES, steps, lambda column: column)


_LANES = 128
_RARE = ("finish_of", "start_of", "place_specially", "place_parts_late")
_CALLED = ("forward", "backward", "lie_late", "draw", "tally", "mark_critical")


def _machine(name: str, block: int, steps: dict[str, Any], columns: Callable[[Any], Any]) -> LaneMachine:
    return LaneMachine(name, block, **{each: steps[each] for each in _CALLED}, columns=columns)


def _made(
    one_calendar: bool,
    compiler: Callable[[Any], Any],
    replaced: dict[str, Any],
    inner: Callable[[Any], Any] | None = None,
) -> dict[str, Any]:
    """Each step calling those made before it, on the arithmetic for one calendar or for several."""
    arithmetic = lane_time.ON_ONE if one_calendar else lane_time.ON_MANY
    names: dict[str, Any] = {}
    for step, name in zip(arithmetic, ("work_before", "begin_at", "end_at"), strict=True):
        names[name] = _bound(step, names, replaced, inner or compiler)
    steps: Iterable[Any] = (*lane_placing.STEPS, *lane_passes.PASSES, *drawing_steps.STEPS)
    for each in steps:
        outer = each.__name__ in (*_CALLED, *_RARE)
        names[each.__name__] = _bound(each, names, replaced, compiler if outer else inner or compiler)
    return names


def _bound(step: Any, names: dict[str, Any], replaced: dict[str, Any], compiler: Callable[[Any], Any]) -> Any:
    own = {**step.__globals__, **names, **replaced}
    return compiler(types.FunctionType(step.__code__, own, step.__name__))


def _larger(one: Any, other: Any) -> Any:
    return one if one > other else other


def _smaller(one: Any, other: Any) -> Any:
    return one if one < other else other


def _one_of(condition: Any, one: Any, other: Any) -> Any:
    return one if condition else other


def _whole(minutes: Any) -> Any:
    return np.int32(np.rint(minutes))


def _total_where(chosen: Any, number: Any) -> Any:
    return number if chosen else 0


def _count_where(chosen: Any) -> Any:
    return 1 if chosen else 0


def _look_up(table: Any, place: Any) -> Any:
    return table[place]


def _cell_of(work: Any, minutes: Any) -> Any:
    """To multiply is quicker than to divide, and half a minute keeps it right for every instant in lanes."""
    return np.int32((np.float64(minutes) + 0.5) * work.cells_per_minute)


def _wide(number: Any) -> Any:
    return np.int64(number)


def _as_it_is(number: Any) -> Any:
    return number
