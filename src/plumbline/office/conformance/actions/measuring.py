"""Counting how well standards are followed: each project when something about it changes, the office once a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from plumbline.engine.practice.association import Case, association
from plumbline.engine.practice.conformance import Conformance, conformance_of, pooled
from plumbline.engine.practice.facts import PracticeFacts, ProjectPractice
from plumbline.engine.practice.found import practice_metrics
from plumbline.office.conformance.gather import OUTCOMES, measured, practice_of, units_of
from plumbline.office.conformance.gather_office import office_of
from plumbline.office.conformance.models import GroupConformance, PracticeReading, ProjectConformance
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project

MOST_ITEMS = 1000
FAR_ADVANCED = 50.0
Counted = tuple[Project, ProjectPractice, Conformance]


def count_project(project: Project) -> ProjectConformance:
    """Anew, whatever was counted before."""
    return _keep(_counted(project, today(project.organisation), units_of(project.organisation)), now())


def due_projects(organisation: Organisation) -> QuerySet[Project]:
    """Running projects that were never counted, or have been assessed since."""
    later = Q(standing__facts_as_of__gt=F("conformance__counted_at"))
    return _projects(organisation).filter(Q(conformance=None) | later, archived_at=None)


def measure_day(organisation: Organisation, *, by: Person | None, again: bool = False) -> bool:
    """Counts every project and the office for today, unless that was done already; returns whether it was.

    ``again`` counts a second time on the same day. Two workers at once write the same numbers, once.
    """
    day, moment = today(organisation), now()
    done = PracticeReading.objects.filter(organisation=organisation, day=day).exists()
    if done and not again:
        return False
    units = units_of(organisation)
    counted = [_counted(each, day, units) for each in _projects(organisation).iterator(chunk_size=200)]
    with action("measure_practice", by=by, scope=organisation) as line:
        kept = [_keep(each, moment) for each in counted if each[0].archived_at is None]
        _keep_readings(organisation, day, counted)
        _keep_groups(organisation, day, counted)
        _keep_associations(organisation, day, kept)
        line.about(organisation, day=str(day), projects=len(kept))
    return True


def _projects(organisation: Organisation) -> QuerySet[Project]:
    found = Project.objects.filter(organisation=organisation).order_by("pk")
    return found.select_related(
        "organisation", "portfolio", "manager", "standard_version", "current_plan", "standing__assessment"
    )


def _counted(project: Project, day: date, units: dict[int, str]) -> Counted:
    facts = practice_of(project, day, units)
    return project, facts, conformance_of(facts, day)


def _keep(counted: Counted, moment: datetime) -> ProjectConformance:
    project, facts, found = counted
    standing = getattr(project, "standing", None)
    first = [each.passed for each in facts.gates or () if each.attempt == 1]
    kept, _ = ProjectConformance.objects.update_or_create(
        project=project,
        defaults={
            "score": found.score,
            "parts": _pairs(found),
            "items": {name: [asdict(each) for each in part.items[:MOST_ITEMS]] for name, part in found.parts.items()},
            "percent_complete": measured(standing, "percent_complete"),
            "slip_days": standing.finish_slip_days if standing else None,
            "cost_growth": measured(standing, "budget_growth_percent"),
            "first_time_pass": 100.0 * sum(first) / len(first) if first else None,
            "counted_at": moment,
        },
    )
    return kept


def _pairs(found: Conformance) -> dict[str, list[float]]:
    return {name: [part.kept, part.asked, part.unjudged] for name, part in found.parts.items()}


def _keep_readings(organisation: Organisation, day: date, counted: list[Counted]) -> None:
    projects = tuple(practice for _, practice, _ in counted)
    facts = PracticeFacts(as_of=day, projects=projects, office=office_of(organisation, day))
    for each in practice_metrics():
        reading = each.calculate(facts)
        values = {
            "value": reading.value,
            "numerator": reading.numerator,
            "denominator": reading.denominator,
            "also": reading.also,
            "reason": reading.reason,
            "items": [asdict(item) for item in reading.items[:MOST_ITEMS]],
        }
        _put(PracticeReading, values, organisation=organisation, day=day, metric=each.name)


def _keep_groups(organisation: Organisation, day: date, counted: list[Counted]) -> None:
    units = {each.name: each.pk for each in Unit.objects.filter(organisation=organisation)}
    groups: dict[tuple[str, int, str], list[Conformance]] = defaultdict(list)
    kind = GroupConformance.Kind
    for project, facts, found in counted:
        if project.archived_at:
            continue
        groups[kind.ORGANISATION, 0, organisation.name].append(found)
        groups[kind.PORTFOLIO, project.portfolio_id, project.portfolio.name].append(found)
        if facts.unit in units:
            groups[kind.UNIT, units[facts.unit], facts.unit].append(found)
        if project.manager:
            groups[kind.MANAGER, project.manager.pk, project.manager.name].append(found)
    for (of_kind, key, name), members in groups.items():
        whole = pooled(members)
        values = {"name": name, "score": whole.score, "parts": _pairs(whole), "projects": whole.projects}
        _put(GroupConformance, values, organisation=organisation, day=day, kind=of_kind, key=key)


def _keep_associations(organisation: Organisation, day: date, kept: Iterable[ProjectConformance]) -> None:
    """Of projects that are far enough for an outcome to mean something."""
    rows = list(kept)
    for outcome in OUTCOMES:
        cases = [
            Case(row.project.code, row.score, value)
            for row in rows
            if row.score is not None and (value := getattr(row, outcome)) is not None
            if outcome == "first_time_pass" or (row.percent_complete or 0) >= FAR_ADVANCED
        ]
        found = association(cases)
        values = {
            "value": found.rank_correlation,
            "denominator": found.cases,
            "reason": found.verdict,
            "items": [asdict(each) for each in cases[:MOST_ITEMS]],
            "more": {"chance": found.chance, "low": found.low, "high": found.high},
        }
        _put(PracticeReading, values, organisation=organisation, day=day, metric=f"pays_{outcome}")


def _put(model: Any, values: dict[str, Any], **where: Any) -> None:
    with transaction.atomic():
        model.objects.update_or_create(defaults=values, **where)
