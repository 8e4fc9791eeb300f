"""The portfolio page, the heat map and the decisions of an organisation with 10,000 projects, against those of 10."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bench.offices import Offices, seconds, spread
from bench.side_by_side import Measurement

MANY, FEW = 10_000, 10
PAGES = {
    "portfolio overview": "",
    "heat map, programmes": "portfolio/heat-map/",
    "heat map, projects": "portfolio/heat-map/?show=projects",
    "decisions that wait": "portfolio/decisions/",
}


def measurements() -> Iterator[Measurement]:
    offices = Offices(many=MANY, few=FEW)
    for what, path in PAGES.items():
        took: list[float] = []
        yield Measurement(
            f"{what}, {MANY:,} projects",
            f"the same page with {FEW} projects",
            lambda path=path, took=took: took.append(seconds(lambda: offices.page("many", path))),  # type: ignore[misc]
            lambda path=path: offices.page("few", path),  # type: ignore[misc]
        )
        print(f"{what}: {spread(took)}", file=sys.stderr)
