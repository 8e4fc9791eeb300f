"""All products of the organisation, and how far what they offer is expected by now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from plumbline.engine.products import Drift, Worth, drift_by_year
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.products.models import Augmentation, Level, Product
from plumbline.office.products.queries.lines import Line, ShownDrift, lines_of, lives_of
from plumbline.office.projects.models import Project

ROWS = 50
MOST_EXPORTED = 5000
SHOW = (("", "On offer"), ("withdrawn", "Withdrawn"), ("all", "All"))
HAS = (
    ("", "Any"),
    ("expected", "Something expected by now"),
    ("unmeasured", "Something without a measured value"),
    ("nothing", "No augmentation yet"),
)
HEADING = (
    "Project", "Product", "Core benefit", "Augmentation", "Kind", "Raises", "User group", "Level", "Since",
    "Cost once", "Cost per year", "Years", "Yearly cost", "Measure", "Unit", "Baseline", "Target", "Now", "Measured on",
    "% of the way", "Gain", "Gain per 1,000 of yearly cost", "Money gained for money spent", "Payback in years",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A product with the lines of its augmentations, without those that are withdrawn."""

    product: Product
    lines: tuple[Line, ...]

    @property
    def expected(self) -> int:
        return sum(each.augmentation.is_expected for each in self.lines)

    @property
    def measured(self) -> int:
        return sum(each.last is not None for each in self.lines)

    @property
    def yearly(self) -> Decimal:
        return sum((each.augmentation.cost.yearly for each in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True)
class Overview:
    """``drift`` of all products of the organisation by year, whatever the filters let through; the last is today."""

    page: Page[Product]
    rows: list[Row]
    drift: tuple[Drift, ...]

    @property
    def now(self) -> Drift | None:
        return self.drift[-1] if self.drift else None

    @property
    def shown(self) -> list[ShownDrift]:
        return [ShownDrift(each) for each in self.drift]

    @property
    def bars(self) -> list[dict[str, Any]]:
        """How many were expected and how many only offered, year by year."""
        return [
            {
                "name": str(each.on.year) if each is not self.now else "today",
                "parts": [
                    {"name": "expected", "colour": "green", "count": each.expected},
                    {"name": "offered", "colour": "unknown", "count": each.total - each.expected},
                ],
            }
            for each in self.drift
        ]


def overview(organisation: Organisation, chosen: dict[str, str], number: str | None) -> Overview:
    """The same number of queries however many products there are."""
    page = Paginator(_found(organisation, chosen), ROWS).get_page(number)
    every = Augmentation.objects.filter(product__project__organisation=organisation).select_related("product")
    lives = lives_of(every, ZoneInfo(organisation.time_zone))
    return Overview(page, _rows(page), drift_by_year(lives, today(organisation)))


def overview_lines(organisation: Organisation, chosen: dict[str, str]) -> Iterator[list[Any]]:
    """As a table file: one line for each augmentation, and one for a product without any."""
    return _lines(_rows(_found(organisation, chosen)[:MOST_EXPORTED]))


def project_lines(project: Project) -> Iterator[list[Any]]:
    """The same of one project, with its products that are withdrawn."""
    return _lines(_rows(Product.objects.filter(project=project).select_related("project")))


def _lines(rows: Iterable[Row]) -> Iterator[list[Any]]:
    yield list(HEADING)
    for row in rows:
        said = [str(row.product.project), row.product.name, row.product.core_benefit]
        yield from ([*said, *_cells(each)] for each in row.lines)
        if not row.lines:
            yield said


def _cells(line: Line) -> list[Any]:
    found, last, worth = line.augmentation, line.last, line.worth
    return [
        found.name, found.get_kind_display(), found.raises, found.user_group, found.get_level_display(),
        found.level_since, found.cost_once, found.cost_per_year, found.years, round(found.cost.yearly, 2),
        found.measure, found.unit, found.baseline, found.target, last.value if last else None,
        last.on if last else None, line.percent,
        *(_figures(worth) if worth else ()),
    ]  # fmt: skip


def _figures(found: Worth) -> list[Decimal | None]:
    figures = (found.gain, found.per_thousand, found.ratio, found.payback_years)
    return [None if each is None else round(each, 2) for each in figures]


def _rows(products: Iterable[Product]) -> list[Row]:
    """Two queries."""
    known = list(products)
    there = Augmentation.objects.filter(product__in=[each.pk for each in known], withdrawn_at=None)
    lines: dict[int, list[Line]] = defaultdict(list)
    for each in lines_of(there.order_by("number")):
        lines[each.augmentation.product_id].append(each)
    return [Row(each, tuple(lines[each.pk])) for each in known]


def _found(organisation: Organisation, chosen: dict[str, str]) -> QuerySet[Product]:
    found = Product.objects.filter(project__organisation=organisation, project__archived_at=None)
    there = Augmentation.objects.filter(product=OuterRef("pk"), withdrawn_at=None)
    if (show := chosen.get("show")) != "all":
        found = found.filter(withdrawn_at__isnull=show != "withdrawn")
    match chosen.get("has"):
        case "expected":
            found = found.filter(Exists(there.filter(level=Level.EXPECTED)))
        case "unmeasured":
            found = found.filter(Exists(there.filter(measurements=None)))
        case "nothing":
            found = found.exclude(Exists(there))
    for word in chosen.get("q", "").split():
        named = Q(name__icontains=word) | Q(core_benefit__icontains=word)
        placed = Q(project__name__icontains=word) | Q(project__code__icontains=word)
        offered = Q(Exists(there.filter(Q(name__icontains=word) | Q(user_group__icontains=word))))
        found = found.filter(named | placed | offered)
    return found.select_related("project").order_by("project__code", "number")
