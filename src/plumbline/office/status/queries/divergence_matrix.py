"""Reports beside evidence by programme, portfolio, manager or project, and by dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from plumbline.office.people.models import Organisation
from plumbline.office.status.queries.divergence import Filters, beside
from plumbline.office.status.queries.titles import dimension_titles

GROUPS_PER_PAGE = 40
_COLUMNS = {
    "programme": ("project__programme", "project__programme__name"),
    "portfolio": ("project__portfolio", "project__portfolio__name"),
    "manager": ("project__manager", "project__manager__name"),
    "project": ("project", "project__name"),
}


@dataclass(slots=True)
class Cell:
    """How many of what divergence; ``None`` is where the evidence is unknown. A project has one of each dimension."""

    counts: Counter[int | None] = field(default_factory=Counter)
    reported: str = ""
    evidence: str = ""

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def parted(self) -> int:
        return sum(count for steps, count in self.counts.items() if steps)


@dataclass(slots=True)
class Line:
    """One group; ``key`` is ``None`` for what belongs to none."""

    key: int | None
    name: str
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    page: Page[Any]
    lines: list[Line]
    dimensions: dict[str, str]

    def rows(self) -> list[tuple[Line, list[tuple[str, str, Cell]]]]:
        """Each line with (name, title, cell) of every dimension."""
        return [
            (line, [(name, title, line.cells.get(name, Cell())) for name, title in self.dimensions.items()])
            for line in self.lines
        ]


def matrix(organisation: Organisation, filters: Filters, number: str | int = 1) -> Matrix:
    """The dimensions, by name with their titles, are those of the standard in force, then any others."""
    key, name = _COLUMNS[filters.by]
    rows = beside(organisation, filters).order_by()
    page = Paginator(rows.order_by(name, key).values_list(key, name).distinct(), GROUPS_PER_PAGE).get_page(number)
    lines = {group: Line(group, called or "", {}) for group, called in page.object_list}
    keys = [group for group in lines if group is not None]
    within = Q(**{f"{key}__in": keys}) | (Q(**{key: None}) if None in lines else Q(pk__in=[]))
    counted = rows.filter(within).values_list(key, "dimension", "divergence", "reported", "evidence")
    for group, dimension, steps, reported, evidence, count in counted.annotate(number=Count("pk")):
        cell = lines[group].cells.setdefault(dimension, Cell())
        cell.counts[steps] += count
        cell.reported, cell.evidence = reported, evidence
    return Matrix(page, list(lines.values()), _columns(organisation, lines.values()))


def _columns(organisation: Organisation, lines: Iterable[Line]) -> dict[str, str]:
    present = {each for line in lines for each in line.cells}
    titles = dimension_titles(organisation)
    known = {name: title for name, title in titles.items() if name in present}
    return known | {name: name for name in sorted(present - titles.keys())}
