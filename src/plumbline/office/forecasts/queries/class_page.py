"""The page of a reference class: its cases, its uplifts, and whether it says anything yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plumbline.engine.reference_classes import BaseRates, OptimismBias, Ratios
from plumbline.engine.reference_classes import ReferenceClass as Class
from plumbline.office.forecasts.models import ReferenceCase, ReferenceClass
from plumbline.office.forecasts.queries.classes import cases_of, published_classes, ratios_of
from plumbline.office.forecasts.queries.outside_page import UpliftRow, uplift_rows


@dataclass(frozen=True, slots=True)
class CaseRow:
    case: ReferenceCase
    percent: float
    """Above its estimate; below zero where it took less."""


@dataclass(frozen=True)
class ClassPage:
    found: ReferenceClass
    rows: list[CaseRow]
    ratios: Ratios
    uplifts: list[UpliftRow]


@dataclass(frozen=True, slots=True)
class PublishedRow:
    title: str
    subject: str
    says: str
    source: str
    certainty: str


def class_page(found: ReferenceClass) -> ClassPage:
    """One query."""
    cases = cases_of(found)
    ratios = ratios_of(found, cases)
    rows = [CaseRow(each, round(100 * (float(each.actual) / float(each.estimate) - 1), 1)) for each in cases]
    rows.sort(key=lambda each: -each.percent)
    return ClassPage(found, rows, ratios, [] if ratios.too_few else uplift_rows(ratios))


def published_rows() -> list[PublishedRow]:
    return [_published(each) for each in published_classes().values()]


def case_lines(cases: Iterable[ReferenceCase]) -> Iterator[list[Any]]:
    """As they can be handed in again."""
    yield ["Project", "Estimate", "Actual", "Ended on", "Note", "Ratio"]
    for each in cases:
        ratio = round(float(each.actual) / float(each.estimate), 4)
        yield [each.name, each.estimate, each.actual, each.ended_on, each.note, ratio]


def _published(found: Class) -> PublishedRow:
    certainty = "; ".join(dict.fromkeys(each.certainty for each in uplift_rows(found)))
    return PublishedRow(found.title, found.subject.value, _says(found), found.source, certainty)


def _says(found: Class) -> str:
    if isinstance(found, BaseRates):
        return f"{found.mean:.0%} over on average; {found.in_tail:.0%} are {found.tail:.0%} or more over"
    if isinstance(found, OptimismBias):
        return f"add {found.upper:.0%}, down to {found.lower:.0%} with evidence"
    even, likely = found.uplift(0.5).share or 0, found.uplift(0.8).share or 0
    return f"add {even:.0%} for P50, {likely:.0%} for P80"
