"""From what each scorer gave to the score of a request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plumbline.engine.scoring import Measure, score
from plumbline.engine.standard.intake import Criterion
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.standards import queries as standards

Averages = dict[str, list[float]]
"""Mean, least and most points by criterion."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion as judged by all; without any points it is open."""

    title: str
    mean: float | None
    least: float | None
    most: float | None
    highest: float
    knocks_out: bool


def criteria_of(asked: ProjectRequest) -> dict[str, Criterion]:
    return standards.standard_of(asked.standard_version).criteria if asked.standard_version else {}


def measures(criteria: Mapping[str, Criterion]) -> dict[str, Measure]:
    return {name: Measure(each.weight, each.lowest, each.highest, each.least) for name, each in criteria.items()}


def averages(criteria: Mapping[str, Criterion], sheets: Iterable[Mapping[str, str]]) -> Averages:
    points: dict[str, list[float]] = {}
    for levels in sheets:
        for name, level in levels.items():
            points.setdefault(name, []).append(criteria[name].scale[level].points)
    return {name: [sum(given) / len(given), min(given), max(given)] for name, given in points.items()}


def range_of(criteria: Mapping[str, Criterion], found: Averages) -> tuple[float, float]:
    whole = score(measures(criteria), {name: each[0] for name, each in found.items()})
    return whole.low, whole.high


def knocked_out(asked: ProjectRequest) -> list[str]:
    """Titles of the criteria of which its mean stays below the least."""
    return [each.title for each in judged(asked) if each.knocks_out]


def judged(asked: ProjectRequest) -> list[Judged]:
    rows = []
    for name, each in criteria_of(asked).items():
        mean, least, most = asked.averages.get(name, (None, None, None))
        out = each.least is not None and mean is not None and mean < each.least
        rows.append(Judged(each.title, mean, least, most, each.highest, out))
    return rows
