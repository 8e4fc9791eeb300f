"""The products of one project, and one of them in its three levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from plumbline.engine.products import Drift, drift
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.people.queries import today
from plumbline.office.products.models import Level, Product, ProductWording
from plumbline.office.products.queries.lines import Line, ShownDrift, lines_of, lives_of
from plumbline.office.projects.models import Project

SHOWN = 30


@dataclass(frozen=True, slots=True)
class ProductPage:
    """``lines`` are those of augmentations that are not withdrawn, ``gone`` of those that are."""

    product: Product
    deliverables: list[Deliverable]
    lines: list[Line]
    gone: list[Line]
    drift: Drift
    wordings: list[ProductWording]

    @property
    def percent(self) -> int | None:
        return ShownDrift(self.drift).percent

    @property
    def days(self) -> int | None:
        return ShownDrift(self.drift).days

    @property
    def picture(self) -> list[dict[str, str]]:
        """What is offered beyond it, as the picture shows it."""
        slug, project = self.product.project.organisation.slug, self.product.project_id
        return [
            {
                "reference": line.augmentation.reference,
                "name": line.augmentation.name,
                "level": line.augmentation.level,
                "url": reverse("products:augmentation", args=[slug, project, line.augmentation.pk]),
            }
            for line in self.lines
        ]


def product(project: Project, product_id: int) -> Product:
    """404 for one of another project; one that is withdrawn is there to be read."""
    found = Product.objects.filter(project=project, pk=product_id)
    one = found.select_related("project__organisation", "withdrawn_by").first()
    if one is None:
        raise Http404
    return one


def products_of(project: Project) -> QuerySet[Product]:
    """Those that are not withdrawn first, each with ``offers`` and ``expected``: how many augmentations there are."""
    there = Q(augmentations__withdrawn_at=None)
    return (
        Product.objects.filter(project=project)
        .annotate(
            offers=Count("augmentations", filter=there),
            expected=Count("augmentations", filter=there & Q(augmentations__level=Level.EXPECTED)),
        )
        .order_by(F("withdrawn_at").asc(nulls_first=True), "number")
    )


def product_page(found: Product) -> ProductPage:
    organisation = found.project.organisation
    augmentations = list(found.augmentations.select_related("product"))
    lines = lines_of(augmentations)
    return ProductPage(
        product=found,
        deliverables=[each.deliverable for each in found.parts.select_related("deliverable")],
        lines=[each for each in lines if each.augmentation.withdrawn_at is None],
        gone=[each for each in lines if each.augmentation.withdrawn_at is not None],
        drift=drift(lives_of(augmentations, ZoneInfo(organisation.time_zone)), today(organisation)),
        wordings=list(found.wordings.select_related("by")[:SHOWN]),
    )


def product_lines(page: ProductPage) -> Iterator[list[Any]]:
    """The three levels as lines of a table: one for each thing that is said."""
    yield ["Level", "What", "Words"]
    yield ["core benefit", page.product.name, page.product.core_benefit]
    yield from (["actual product", "Feature", each] for each in page.product.feature_list)
    yield from (
        ["actual product", title, words]
        for title, words in (("Quality", page.product.quality), ("Design", page.product.design))
        if words
    )
    yield from (["actual product", each.reference, each.name] for each in page.deliverables)
    for line in (*page.lines, *page.gone):
        each = line.augmentation
        level = "withdrawn" if each.withdrawn_at else each.level
        yield [f"augmentation, {level}", each.reference, each.name]
