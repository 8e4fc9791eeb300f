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
    """``evidence`` says when it was so, ``what`` in words what it was."""

    evidence: Evidence
    what: str

    @property
    def when(self) -> date | None:
        """``None`` for what is still so."""
        return None if self.evidence.on == date.max else self.evidence.on


ByPerson = dict[int, dict[str, list[Shown]]]
Found = Iterator[tuple[int, str, str, Evidence]]


def evidence_of(organisation: Organisation, standard: Standard, people: list[int]) -> ByPerson:
    """By person and competency, of any day. Four queries, however many people."""
    found: ByPerson = defaultdict(lambda: defaultdict(list))
    for source in (_certificates, _projects, _gates, _entered):
        for person, competency, what, evidence in source(organisation, standard, people):
            found[person][competency].append(Shown(evidence, what))
    return found


def _certificates(organisation: Organisation, standard: Standard, people: list[int]) -> Found:
    taught = defaultdict(list)
    for name, competency in standard.competencies.items():
        for each in competency.learn:
            taught[each].append(name)
    for one in Certificate.objects.filter(organisation=organisation, person__in=people, withdrawn_at=None):
        for name in taught[f"course:{one.course}"]:
            yield one.person_id, name, f"Certificate: {one.title}", Evidence("test", one.issued_on)


def _projects(organisation: Organisation, standard: Standard, people: list[int]) -> Found:
    """One that runs never ages."""
    names = _shown_by(standard, "projects")
    for one in Project.objects.filter(organisation=organisation, manager__in=people):
        if one.manager_id is not None:
            ended = one.archived_at.date() if one.archived_at else date.max
            for name in names:
                evidence = Evidence("project", ended, since=one.created_at.date())
                yield one.manager_id, name, f"Project led: {one.name}", evidence


def _gates(organisation: Organisation, standard: Standard, people: list[int]) -> Found:
    names = _shown_by(standard, "gates")
    passed = GateDecision.objects.filter(
        review__project__organisation=organisation, review__project__manager__in=people, outcome__in=PASSES
    )
    for one in passed.select_related("review__project").defer("document"):
        manager = one.review.project.manager_id
        if manager is not None:
            for name in names:
                yield manager, name, f"Gate passed: {one.review}", Evidence("gate", one.decided_at.date())


def _entered(organisation: Organisation, standard: Standard, people: list[int]) -> Found:
    for one in EnteredEvidence.objects.filter(organisation=organisation, person__in=people):
        yield one.person_id, one.competency, one.what, Evidence("entered", one.on)


def _shown_by(standard: Standard, source: str) -> list[str]:
    return [name for name, each in standard.competencies.items() if source in each.shown_by]
