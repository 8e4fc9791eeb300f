"""What the passes run on: Python as it stands, or machine code where ``accelerate`` has compiled them."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from plumbline.engine.calendars import work_arithmetic
from plumbline.engine.calendars.work_columns import WorkColumns
from plumbline.engine.schedule import passes, placing
from plumbline.engine.schedule.network_columns import NetworkColumns


class NotAccelerated(RuntimeError):
    """There is nothing here that could compile the passes."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The passes, the kind of column they take, and the highest of some entries of a column."""

    name: str
    forward: Callable[..., None]
    backward: Callable[..., None]
    floats: Callable[..., None]
    driving: Callable[..., None]
    use_free_float: Callable[..., None]
    column: Callable[[Sequence[int]], list[int]]
    as_list: Callable[[list[int]], list[int]]
    highest: Callable[[list[int], list[int]], int]

    def zeros(self, count: int) -> list[int]:
        return self.column([0] * count)

    def network(self, columns: NetworkColumns) -> NetworkColumns:
        return NetworkColumns(*(self.column(each) for each in columns))

    def work(self, columns: WorkColumns) -> WorkColumns:
        return WorkColumns(*(self.column(each) for each in columns))


def _as_it_is(column: Any) -> Any:
    return column


def _highest(column: list[int], places: list[int]) -> int:
    return max(map(column.__getitem__, places))


def _to_list(column: Any) -> Any:
    return column.tolist()


def _highest_of_array(column: Any, places: Any) -> int:
    return int(column[places].max())


PYTHON = Machine(
    "Python",
    passes.forward,
    passes.backward,
    passes.floats,
    passes.driving,
    passes.use_free_float,
    _as_it_is,
    _as_it_is,
    _highest,
)
_in_use = [PYTHON]


def machine_in_use() -> Machine:
    return _in_use[0]


def accelerate() -> None:
    """Calculate all dates of this process in machine code from now on; the results are the same.

    Takes a few seconds, so it is worth it for long-lived processes and for plans of a hundred thousand activities.
    Raises NotAccelerated where numba is not installed (the extra ``fast``).
    """
    _in_use[0] = _in_use[0] if _in_use[0] is not PYTHON else compiled()


def compiled() -> Machine:
    """The passes in machine code. Raises NotAccelerated."""
    try:
        import numba
        import numpy
    except ImportError as error:
        raise NotAccelerated("numba is not installed; install plumbline[fast]") from error

    # Nothing here allocates. Without the runtime that counts references to arrays, a pass takes a tenth of the time.
    njit: Any = numba.njit
    compiled_steps = _compiled(
        (*work_arithmetic.STEPS, *placing.STEPS, *passes.PASSES), njit(forceinline=True, _nrt=False)
    )
    return Machine(
        "numba",
        compiled_steps["forward"],
        compiled_steps["backward"],
        compiled_steps["floats"],
        compiled_steps["driving"],
        compiled_steps["use_free_float"],
        partial(numpy.array, dtype=numpy.int64),
        _to_list,
        _highest_of_array,
    )


def _compiled(steps: Iterable[Any], compiler: Callable[[Any], Any]) -> dict[str, Any]:
    """Each step compiled by ``compiler``, calling the compiled ones before it instead of its own."""
    names: dict[str, Any] = {}
    for step in steps:
        names |= {name: value for name, value in step.__globals__.items() if name not in names}
        names[step.__name__] = compiler(types.FunctionType(step.__code__, names, step.__name__))
    return names
