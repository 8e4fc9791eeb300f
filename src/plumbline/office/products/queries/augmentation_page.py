"""One augmentation: what it costs, what it is worth, and how that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from plumbline.office.products.models import Augmentation, LevelStep, Terms
from plumbline.office.products.queries.lines import Line, lines_of
from plumbline.office.projects.models import Project

SHOWN = 50
MOST_POINTS = 12


@dataclass(frozen=True, slots=True)
class AugmentationPage:
    """``steps`` and ``terms`` the latest first."""

    line: Line
    steps: list[LevelStep]
    terms: list[Terms]

    @property
    def points(self) -> list[dict[str, Any]]:
        """The value in time, for a picture: from the baseline to now."""
        found = self.line.augmentation
        begin = [] if found.baseline is None else [{"name": "Baseline", "value": found.baseline.normalize()}]
        shown = self.line.measurements[-MOST_POINTS:]
        return [*begin, *({"name": f"{each.on:%-d %b %y}", "value": each.value.normalize()} for each in shown)]

    @property
    def latest(self) -> list[Any]:
        return list(self.line.measurements[: -SHOWN - 1 : -1])


def augmentation(project: Project, augmentation_id: int) -> Augmentation:
    """404 for one of another project; one that is withdrawn is there to be read."""
    found = Augmentation.objects.filter(product__project=project, pk=augmentation_id)
    one = found.select_related("product__project__organisation", "withdrawn_by").first()
    if one is None:
        raise Http404
    return one


def augmentation_page(found: Augmentation) -> AugmentationPage:
    return AugmentationPage(
        line=lines_of([found])[0],
        steps=list(found.steps.select_related("by").order_by("-on", "-id")[:SHOWN]),
        terms=list(found.terms.select_related("by")[:SHOWN]),
    )


def measurement_lines(page: AugmentationPage) -> Iterator[list[Any]]:
    """Every measurement as a line of a table, one for each day, the oldest first."""
    found = page.line.augmentation
    yield ["Day", found.measure or "Value", "Unit", "Note"]
    yield from ([each.on, each.value, found.unit, each.note] for each in page.line.measurements)
