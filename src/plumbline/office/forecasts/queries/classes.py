"""Reference classes as the engine knows them: the office's own, and published ones."""

from __future__ import annotations

from functools import cache

from django.db.models import QuerySet
from django.http import Http404

from plumbline import library
from plumbline.engine.reference_classes import (
    OptimismBias,
    Outcome,
    Ratios,
    Subject,
    load_published,
    ratio_of,
)
from plumbline.engine.reference_classes import (
    ReferenceClass as Class,
)
from plumbline.office.forecasts.models import Comparison, ReferenceCase, ReferenceClass
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


@cache
def published_classes() -> dict[str, Class]:
    return load_published(library.reference_classes())


def classes_of(organisation: Organisation) -> QuerySet[ReferenceClass]:
    return ReferenceClass.objects.filter(organisation=organisation)


def reference_class(organisation: Organisation, class_id: int) -> ReferenceClass:
    found = classes_of(organisation).select_related("organisation").filter(pk=class_id).first()
    if found is None:
        raise Http404
    return found


def cases_of(found: ReferenceClass) -> list[ReferenceCase]:
    """Those that count, by name. One query."""
    rows = ReferenceCase.objects.filter(reference_class=found).select_related("project", "by").order_by("id")
    newest = {each.name.casefold(): each for each in rows}
    return [each for _, each in sorted(newest.items()) if not each.removed]


def ratios_of(found: ReferenceClass, cases: list[ReferenceCase] | None = None) -> Ratios:
    counted = cases_of(found) if cases is None else cases
    ratios = tuple(ratio_of(Outcome(each.name, float(each.estimate), float(each.actual))) for each in counted)
    return Ratios(
        title=found.name,
        subject=Subject(found.subject),
        ratios=ratios,
        source="projects of this office",
        prices=found.prices,
        least=found.least,
    )


def comparisons_of(project: Project) -> dict[str, Comparison]:
    """By subject, those that hold. One query."""
    rows = Comparison.objects.filter(project=project).select_related("reference_class", "by")
    newest = {each.subject: each for each in rows.order_by("id")}
    return {subject: each for subject, each in newest.items() if each.reference_class_id or each.published}


def class_compared(comparison: Comparison) -> Class | None:
    """``None`` for a published class that there is no more."""
    if comparison.reference_class is not None:
        return ratios_of(comparison.reference_class)
    found = published_classes().get(comparison.published)
    if isinstance(found, OptimismBias):
        return found.with_mitigated(comparison.mitigated / 100)
    return found
