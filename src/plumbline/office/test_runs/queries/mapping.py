"""Which tests are for which criterion, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionTest, MapRule, TestCase
from plumbline.office.test_runs.queries.evidence import StandingOf, belief_of, evidence_of


@dataclass(frozen=True, slots=True)
class Mapped:
    of: StandingOf
    tests: Sequence[CriterionTest]


@dataclass(frozen=True, slots=True)
class MapPage:
    """``rules`` is the map; ``loose`` counts tests that are for no criterion; ``days`` is how long evidence holds."""

    criteria: Sequence[Mapped]
    rules: Sequence[MapRule]
    loose: int
    tests: int
    days: int


def map_page(project: Project) -> MapPage:
    """A fixed number of queries."""
    links = CriterionTest.objects.filter(criterion__project=project).select_related("case").order_by("case__name")
    by_criterion: dict[int, list[CriterionTest]] = {}
    for each in links:
        by_criterion.setdefault(each.criterion_id, []).append(each)
    cases, belief = TestCase.objects.filter(project=project), belief_of(project)
    return MapPage(
        criteria=[Mapped(each, by_criterion.get(each.criterion.pk, [])) for each in evidence_of(project, belief)],
        rules=list(_rules(project)),
        loose=cases.filter(criteria=None).count(),
        tests=cases.count(),
        days=belief.days,
    )


def map_rule(project: Project, rule_id: int) -> MapRule:
    """404 where there is none."""
    found = _rules(project).filter(pk=rule_id).first()
    if found is None:
        raise Http404
    return found


def _rules(project: Project) -> QuerySet[MapRule]:
    return MapRule.objects.filter(project=project).select_related("criterion", "by", "project__organisation")
