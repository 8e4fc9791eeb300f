"""Reports beside evidence by programme, portfolio, manager or project, and by dimension."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count

from plumbline.office.people.models import Organisation
from plumbline.office.status.queries.divergence import Filters, beside

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
    dimensions: list[str]


def matrix(organisation: Organisation, filters: Filters, number: str | int = 1) -> Matrix:
    """Three queries however many projects there are. Dimensions in the order of their names."""
    key, name = _COLUMNS[filters.by]
    rows = beside(organisation, filters).order_by()
    page = Paginator(rows.order_by(name, key).values_list(key, name).distinct(), GROUPS_PER_PAGE).get_page(number)
    lines = {group: Line(group, called or "", {}) for group, called in page.object_list}
    shown = [group for group in lines if group is not None]
    chosen = (
        rows.filter(**{f"{key}__in": shown}) | rows.filter(**{key: None})
        if None in lines
        else rows.filter(**{f"{key}__in": shown})
    )
    found = chosen.values_list(key, "dimension", "divergence", "reported", "evidence").annotate(number=Count("pk"))
    for group, dimension, steps, reported, evidence, count in found:
        cell = lines[group].cells.setdefault(dimension, Cell())
        cell.counts[steps] += count
        cell.reported, cell.evidence = reported, evidence
    dimensions = sorted({each for line in lines.values() for each in line.cells})
    return Matrix(page, list(lines.values()), dimensions)
