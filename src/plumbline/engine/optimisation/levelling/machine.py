"""What a search runs on: Python as it stands, or machine code where numba is installed."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from plumbline.engine.optimisation.levelling import genetic, passes

HOW_TO_INSTALL = "install plumbline[fast]"


@dataclass(frozen=True, slots=True)
class Machine:
    """The steps that ``search`` calls; the others are called by these."""

    name: str
    serial: Callable[..., bool]
    cost_of: Callable[..., int]
    begin: Callable[..., int]
    breed: Callable[..., None]
    remember: Callable[..., None]


PYTHON = Machine("Python", passes.serial, genetic.cost_of, genetic.begin, genetic.breed, genetic.remember)


def fastest(*, kept: bool = False) -> Machine:
    """Machine code if there is a compiler, which takes it some seconds once in a process; else plain Python.

    With ``kept`` numba keeps what it compiled where it is set up to, so that the next process begins at once.
    """
    return _compiled(kept) or PYTHON


@cache
def _compiled(kept: bool) -> Machine | None:
    try:
        import numba
    except ImportError:
        return None
    # Nothing here allocates. Without the runtime that counts references to arrays, a pass takes a third of the time.
    njit: Any = numba.njit
    steps = _steps((*passes.PASSES, *genetic.STEPS), njit(forceinline=True, _nrt=False, cache=kept))
    return Machine("numba", **{each.name: steps[each.name] for each in fields(Machine) if each.name != "name"})


def _steps(functions: Iterable[Any], compiler: Callable[[Any], Any]) -> dict[str, Any]:
    """Each function compiled, calling the compiled ones before it instead of its own."""
    names: dict[str, Any] = {}
    for function in functions:
        names |= {name: value for name, value in function.__globals__.items() if name not in names}
        names[function.__name__] = compiler(types.FunctionType(function.__code__, names, function.__name__))
    return names
