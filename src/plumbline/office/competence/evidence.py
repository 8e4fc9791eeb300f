"""What shows that people can do a thing: certificates, projects led, gates passed, and what was entered by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plumbline.engine.competence import Evidence
from plumbline.engine.standard import Standard
from plumbline.office.academy.models import Certificate
from plumbline.office.competence.models import EnteredEvidence
from plumbline.office.gates.models import PASSES, GateDecision
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Shown:
    """``is_aged``: it counts no longer on the day that was asked about."""

    kind: str
    what: str
    on: date
    is_aged: bool


ByPerson = dict[int, dict[str, list[Shown]]]
Found = Iterator[tuple[int, str, str, str, date]]


def evidence_of(organisation: Organisation, standard: Standard, people: list[int], day: date) -> ByPerson:
    """What was there by ``day``. Four queries, however many people."""
    found: ByPerson = defaultdict(lambda: defaultdict(list))
    for source in (_certificates, _projects, _gates, _entered):
        for person, competency, kind, what, on in source(organisation, standard, people, day):
            if on <= day:
                found[person][competency].append(Shown(kind, what, on, Evidence(kind, on).is_aged(day)))
    return found


def _certificates(organisation: Organisation, standard: Standard, people: list[int], day: date) -> Found:
    taught = defaultdict(list)
    for name, competency in standard.competencies.items():
        for each in competency.learn:
            taught[each].append(name)
    for one in Certificate.objects.filter(organisation=organisation, person__in=people, withdrawn_at=None):
        for name in taught[f"course:{one.course}"]:
            yield one.person_id, name, "test", f"Certificate: {one.title}", one.issued_on


def _projects(organisation: Organisation, standard: Standard, people: list[int], day: date) -> Found:
    """One that runs is of the day itself."""
    names = _shown_by(standard, "projects")
    begun = Project.objects.filter(organisation=organisation, manager__in=people, created_at__date__lte=day)
    for one in begun:
        if one.manager_id is not None:
            on = min(one.archived_at.date(), day) if one.archived_at else day
            for name in names:
                yield one.manager_id, name, "project", f"Project led: {one.name}", on


def _gates(organisation: Organisation, standard: Standard, people: list[int], day: date) -> Found:
    names = _shown_by(standard, "gates")
    passed = GateDecision.objects.filter(
        review__project__organisation=organisation, review__project__manager__in=people, outcome__in=PASSES
    )
    for one in passed.select_related("review__project").defer("document"):
        manager = one.review.project.manager_id
        if manager is not None:
            for name in names:
                yield manager, name, "gate", f"Gate passed: {one.review}", one.decided_at.date()


def _entered(organisation: Organisation, standard: Standard, people: list[int], day: date) -> Found:
    for one in EnteredEvidence.objects.filter(organisation=organisation, person__in=people):
        yield one.person_id, one.competency, "entered", one.what, one.on


def _shown_by(standard: Standard, source: str) -> list[str]:
    return [name for name, each in standard.competencies.items() if source in each.shown_by]
