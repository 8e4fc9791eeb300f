"""Whose draft a request is about."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from plumbline.office.people.access import OrganisationRequest, require
from plumbline.office.planning import queries
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.requested import wants_json
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

GONE = {
    PlanDraft.State.PUBLISHED: "The draft has been published, so it takes no more edits. Begin another to go on.",
    PlanDraft.State.DISCARDED: "The draft has been discarded. Take it up again to go on with it.",
}


def project_to_edit(request: OrganisationRequest, project_id: int) -> Project:
    """404 for one of another organisation, 403 for one that the person may not record plans of."""
    project = projects.project(request.organisation, project_id)
    require(request, "record_plan", project)
    return project


def asked_for(request: OrganisationRequest, project_id: int) -> tuple[Project, PlanDraft | None]:
    """The person's own draft: the one the page names by ``draft``, else the open one, else the last."""
    project = project_to_edit(request, project_id)
    own = queries.own_draft(project, request.user)
    named = request.POST.get("draft", "") if request.method == "POST" else request.GET.get("draft", "")
    if own is None or not named or str(own.pk) == named:
        return project, own
    other = (
        queries.drafts_of(project)
        .filter(author=request.user, pk=int(named) if named.isascii() and named.isdecimal() and len(named) < 16 else 0)
        .first()
    )
    return project, other


def answer_without_draft(request: OrganisationRequest, project_id: int, draft: PlanDraft | None) -> HttpResponse:
    """There is none, or it has ended."""
    said = GONE[PlanDraft.State(draft.state)] if draft else "You have no draft of this plan. Begin one."
    if wants_json(request):
        return JsonResponse({"message": said}, status=410 if draft else 404)
    if request.method == "POST":
        messages.error(request, said)
    return redirect("planning:editor", request.organisation.slug, project_id)
