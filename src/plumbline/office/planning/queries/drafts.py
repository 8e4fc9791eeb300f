"""Whose drafts there are."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.people.models import Person
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.models import Project


def drafts_of(project: Project) -> QuerySet[PlanDraft]:
    """Those edited last first."""
    return PlanDraft.objects.filter(project=project).select_related("author", "base", "version", "project__baseline")


def own_draft(project: Project, person: Person) -> PlanDraft | None:
    """The open draft of the person, else their last one."""
    found = list(drafts_of(project).filter(author=person)[:50])
    draft = next((each for each in found if each.is_open), found[0] if found else None)
    if draft is not None:
        draft.project = project
    return draft


def draft_of(project: Project, draft_id: int) -> PlanDraft:
    """404 for one of another project."""
    found = drafts_of(project).filter(pk=draft_id).first()
    if found is None:
        raise Http404
    found.project = project
    return found


def open_drafts(project: Project) -> QuerySet[PlanDraft]:
    return drafts_of(project).filter(state=PlanDraft.State.OPEN).order_by("begun_at", "id")
