"""Audits, their samples, and how far their checklists are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from plumbline.office.assurance.models import Standing
from plumbline.office.conformance.models import (
    Audit,
    ChecklistAnswer,
    ChecklistQuestion,
    SampleChoice,
    SampledProject,
)
from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

LATEST = Subquery(ChecklistAnswer.objects.filter(question=OuterRef("pk")).values("value")[:1])


def audits(membership: Membership) -> QuerySet[Audit]:
    """Those that the member may see, the latest first, with how much there is of each."""
    found = Audit.objects.filter(organisation=membership.organisation).select_related("lead")
    if not may(membership, "audit_projects"):
        person = membership.person_id
        answers_for = Q(sample__project__manager=person) | Q(sample__project__sponsor=person)
        concerned = answers_for | Q(findings__owner=person)
        found = found.filter(concerned | Q(state__in=Audit.AFTER_THE_REPORT))
    return found.annotate(
        sampled=Count("sample", distinct=True),
        found=Count("findings", distinct=True),
        still_open=Count("findings", filter=~Q(findings__state="closed"), distinct=True),
    ).order_by("-planned_from", "-id")


def audit(organisation: Organisation, audit_id: int) -> Audit:
    """404 for one of another organisation."""
    found = Audit.objects.filter(organisation=organisation, pk=audit_id)
    one = found.select_related("organisation", "lead", "planned_by").first()
    if one is None:
        raise Http404
    return one


def answering_for(audit: Audit) -> set[int]:
    """The people who manage or sponsor a project of the sample: none of them may audit it."""
    pairs = SampledProject.objects.filter(audit=audit).values_list("project__manager", "project__sponsor")
    return {person for pair in pairs for person in pair if person is not None}


def last_choice(audit: Audit) -> SampleChoice | None:
    return SampleChoice.objects.filter(audit=audit).select_related("chosen_by").first()


def sampled(audit: Audit, project_id: int) -> SampledProject:
    """404 for a project that is not in the sample."""
    found = SampledProject.objects.filter(audit=audit, project=project_id)
    one = found.select_related("project", "standard_version").first()
    if one is None:
        raise Http404
    return one


@dataclass(slots=True)
class Progress:
    """How far the checklist of one project is. ``counts`` by the latest answer, without those not answered."""

    sampled: SampledProject
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        return sum(self.counts.values())


def progress(audit: Audit) -> list[Progress]:
    """Of each project of the sample, by code; two queries."""
    sample = SampledProject.objects.filter(audit=audit).select_related("project__manager", "standard_version")
    found = {each.project_id: Progress(each) for each in sample}
    counted = ChecklistQuestion.objects.filter(audit=audit).annotate(latest=LATEST).order_by()
    for project, latest, count in counted.values_list("project", "latest").annotate(count=Count("pk")):
        one = found[project]
        one.total += count
        if latest:
            one.counts[latest] = count
    return list(found.values())


def candidates(audit: Audit) -> list[Project]:
    """The running projects that the lead neither manages nor sponsors, by code."""
    running = projects.projects(audit.organisation).order_by("code")
    return [each for each in running if not answers_for(audit.lead, each)]


def answers_for(person: Person, project: Project) -> bool:
    return person.pk in (project.manager_id, project.sponsor_id)


def in_order_of_chance(candidates: list[Project], seed: int) -> list[Project]:
    """The same seed and the same projects give the same order, whatever machine or version draws."""
    return sorted(candidates, key=lambda each: hashlib.sha256(f"{seed}:{each.code}".encode()).digest())


def in_order_of_risk(candidates: list[Project]) -> list[tuple[Project, int | None]]:
    """Most failed major rules of the current standing first; those without a standing last, with ``None``."""
    standings = Standing.objects.filter(project__in=[each.pk for each in candidates])
    failed = dict(standings.values_list("project", "assessment__failed_major"))
    ranked = [(each, failed.get(each.pk)) for each in candidates]
    return sorted(ranked, key=lambda each: (each[1] is None, -(each[1] or 0), each[0].code))
