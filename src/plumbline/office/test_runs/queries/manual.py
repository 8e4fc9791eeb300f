"""What people saw of the criteria of a project, and whether somebody may say what they saw."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.acceptance.models import Criterion, Voice
from plumbline.office.acceptance.queries.voices import speakers
from plumbline.office.acceptance.session_rights import acceptors_of
from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import ManualEvidence

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Givers:
    """Who may say what they saw of a criterion: who speaks for its test, who accepts it, who edits the project."""

    may_give: bool
    edits: bool


def counting_evidence(project: Project) -> dict[int, ManualEvidence]:
    """By criterion the last that a person saw and nobody withdrew; one query, with who it was and which text."""
    found = ManualEvidence.objects.filter(criterion__project=project, criterion__withdrawn_at=None, withdrawal=None)
    found = found.select_related("by", "text").defer("text__text").order_by("looked_at", "number")
    return {each.criterion_id: each for each in found}


def manual_evidence_of(criterion: Criterion) -> list[ManualEvidence]:
    """The newest first, the withdrawn ones too."""
    return list(_rows().filter(criterion=criterion).order_by("-looked_at", "-number")[:SHOWN])


def manual_evidence(criterion: Criterion, evidence_id: int) -> ManualEvidence:
    """404 where there is none of this criterion."""
    found = _rows().filter(criterion=criterion, pk=evidence_id).first()
    if found is None:
        raise Http404
    found.criterion = criterion
    return found


def givers(membership: Membership, criterion: Criterion) -> Givers:
    """Four queries at most, and what loading the standard takes."""
    project, person = criterion.project, membership.person
    if project.archived_at or criterion.withdrawn_at or criterion.deliverable.dropped_at:
        return Givers(False, False)
    if not may(membership, "give_evidence"):
        return Givers(False, False)
    edits = may(membership, "edit_acceptance") and may(membership, "edit_project", project)
    if edits:
        return Givers(True, True)
    tries = Voice.TEST in speakers(project).voices_of(person)
    return Givers(tries or acceptors_of(project).accepts(person, criterion.accepted_by), False)


def _rows() -> QuerySet[ManualEvidence]:
    return ManualEvidence.objects.select_related("by", "text", "withdrawal__by").defer("text__text")
