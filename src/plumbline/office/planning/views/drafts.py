"""Who writes at the plan of a project; laying a draft aside and taking it up again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.planning import actions, queries
from plumbline.office.planning.queries.publishing import publication
from plumbline.office.planning.views.access import answer_without_draft, asked_for, project_to_edit


@require_safe
@organisation_page("edit_plans")
def drafts(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    context = {"project": project, "tab": "edit", "drafts": queries.drafts_of(project)[:100]}
    return render_page(request, "planning/drafts.html", context)


@require_safe
@organisation_page("edit_plans")
def draft(request: OrganisationRequest, project_id: int, draft_id: int) -> HttpResponse:
    """Anybody's, to be read by those who may write at the plan."""
    project = project_to_edit(request, project_id)
    found = queries.draft_of(project, draft_id)
    shown, ready = queries.editor_page(found, {"page": request.GET.get("page", "")}), publication(found, project, {})
    context = {"project": project, "tab": "edit", "draft": found, "shown": shown, "ready": ready}
    return render_page(request, "planning/draft.html", context)


@organisation_page("edit_plans")
def discard(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return answer_without_draft(request, project_id, draft)
    if request.method == "POST" and request.POST.get("sure"):
        said = "The draft is discarded. It is kept with every edit, and can be taken up again."
        tried(request, lambda: actions.discard(draft, by=request.user), said)
        return redirect("planning:editor", request.organisation.slug, project_id)
    return render_page(request, "planning/discard.html", {"project": project, "draft": draft, "tab": "edit"})


@organisation_page("edit_plans")
@require_POST
def take_up(request: OrganisationRequest, project_id: int, draft_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    draft = queries.draft_of(project, draft_id)
    if draft.author_id != request.user.pk:
        messages.error(request, f"The draft is {draft.author.name}'s; only they take it up again.")
    else:
        tried(request, lambda: actions.take_up_again(draft, by=request.user), "The draft is open again.")
    return redirect("planning:editor", request.organisation.slug, project_id)
