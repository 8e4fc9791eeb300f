"""The page of the outside view: what the project is compared with, and what that says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from plumbline.engine.reference_classes import BaseRates, ReferenceClass, Subject
from plumbline.office.forecasts.models import Comparison
from plumbline.office.forecasts.models import ReferenceClass as OwnClass
from plumbline.office.forecasts.queries.classes import (
    class_compared,
    classes_of,
    comparisons_of,
    published_classes,
)
from plumbline.office.forecasts.queries.target_page import plan_facts_of
from plumbline.office.forecasts.queries.targets import Today, plan_cost
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class UpliftRow:
    percent: int
    uplift: float | None
    value: float | None
    certainty: str
    reason: str


@dataclass(frozen=True)
class SubjectView:
    """``estimate`` is days still to come, or the cost at completion; ``None`` where the plan does not say."""

    subject: Subject
    title: str
    comparison: Comparison | None
    found: ReferenceClass | None
    estimate: float | None
    rows: list[UpliftRow]
    begins: date | None = None

    @property
    def base_rates(self) -> BaseRates | None:
        return self.found if isinstance(self.found, BaseRates) else None


def outside_views(project: Project) -> list[SubjectView]:
    """Of the duration and of the cost. A fixed number of queries."""
    compared, plan = comparisons_of(project), plan_facts_of(project)
    today = Today(plan)
    left = (today.finish - today.begins).days if today.finish and today.begins else None
    estimates = {
        Subject.DURATION: float(left) if left and left > 0 else None,
        Subject.COST: plan_cost(plan.schedule) if plan else None,
    }
    titles = {Subject.DURATION: "Time", Subject.COST: "Cost"}
    return [
        _view(subject, titles[subject], compared.get(subject), estimates[subject])
        for subject in (Subject.DURATION, Subject.COST)
    ]


def choices_for(organisation: Organisation, subject: str) -> list[Any]:
    """Own classes first, then what was published, by its source."""
    own = [(f"own:{each.pk}", each.name) for each in classes_of(organisation).filter(subject=subject)]
    published: dict[str, list[tuple[str, str]]] = {}
    for name, each in published_classes().items():
        if each.subject == subject:
            published.setdefault(each.source, []).append((f"published:{name}", each.title))
    groups: list[Any] = [("Classes of this office", own)] if own else []
    return groups + list(published.items())


def counted_classes(organisation: Organisation) -> QuerySet[OwnClass]:
    """With how many names of cases each has."""
    return classes_of(organisation).annotate(names=Count("cases__name", distinct=True))


def _view(subject: Subject, title: str, comparison: Comparison | None, estimate: float | None) -> SubjectView:
    found = class_compared(comparison) if comparison else None
    return SubjectView(subject, title, comparison, found, estimate, uplift_rows(found, estimate) if found else [])


def uplift_rows(found: ReferenceClass, estimate: float | None = None) -> list[UpliftRow]:
    rows = []
    for level in LEVELS:
        each = found.uplift(level)
        share = None if each.share is None else round(100 * each.share, 1)
        value = None if estimate is None else each.on(estimate)
        rows.append(UpliftRow(round(100 * level), share, value, each.certainty.value, each.reason))
    return rows
