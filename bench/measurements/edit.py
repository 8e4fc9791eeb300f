"""An edit of a plan of 2,000 activities and what follows from it, against calculating that plan alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from bench.offices import seconds, spread
from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine import readers
from plumbline.engine.editing import apply, calculated, consequences, editable, patch_between
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate

ACTIVITIES = 2_000
EACH = 3


def measurements() -> Iterator[Measurement]:
    begun = editable(readers.read(xer(ACTIVITIES), "bench.xer").schedules[0])
    numbers = count(17, 31)
    for kind, arguments in _EDITS.items():
        took: list[float] = []
        yield Measurement(
            f"{kind} in {len(begun.activities):,} activities, {len(begun.links):,} links",
            "calculating the plan",
            lambda kind=kind, arguments=arguments, took=took: took.append(  # type: ignore[misc]
                seconds(lambda: _edit(begun, kind.split()[0], arguments(next(numbers))))
            ),
            lambda: calculate(replace(begun)),
        )
        print(f"  apply, patch, calculate, consequences: {spread(took)}", file=sys.stderr)


def _edit(begun: Schedule, kind: str, arguments: dict[str, Any]) -> None:
    """What a request does between reading the draft and writing it; the plan before was calculated by the last one."""
    known = calculated(begun)
    after = apply(begun, kind, arguments).schedule
    patch = patch_between(begun, after)
    patch.as_plain()
    consequences(begun, after, known, calculated(after), patch.touched)


def _row(number: int) -> str:
    return str(1000 + number % ACTIVITIES)


_EDITS: dict[str, Callable[[int], dict[str, Any]]] = {
    "set a duration": lambda each: {"rows": [_row(each)], "field": "duration", "value": f"{3 + each % 9}d"},
    "set a name": lambda each: {"rows": [_row(each)], "field": "name", "value": f"Name {each}"},
    "set predecessors": lambda each: {
        "rows": [_row(1900 + each % 100)],
        "field": "predecessors",
        "value": f"A{each % 1000:05}",
    },
    "link two rows": lambda each: {"predecessor": _row(each % 900), "successor": _row(1000 + each % 900)},
    "add ten rows": lambda each: {"after": _row(each), "names": "\n".join(map(str, range(10)))},
    "remove a row": lambda each: {"rows": [_row(each)]},
    "move a row": lambda each: {"rows": [_row(each)], "after": _row(each + 700)},
    "indent three rows": lambda each: {"rows": [_row(each + number) for number in range(1, 1 + EACH)]},
}
