"""The office's day with 2,000 projects, against that of 10."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bench.offices import Offices, seconds, spread
from bench.side_by_side import Measurement

MANY, FEW = 2_000, 10
PATH = "office/day/"


def measurements() -> Iterator[Measurement]:
    offices = Offices(many=MANY, few=FEW)
    took: list[float] = []
    yield Measurement(
        f"what is due today, {MANY:,} projects",
        f"the same page with {FEW} projects",
        lambda: took.append(seconds(lambda: offices.page("many", PATH))),
        lambda: offices.page("few", PATH),
    )
    print(f"today: {spread(took)}", file=sys.stderr)
