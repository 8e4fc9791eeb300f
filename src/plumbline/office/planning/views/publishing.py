"""What publishing would change, and publishing it; what the linter says while one writes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.planning import actions
from plumbline.office.planning.forms import PublishForm
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.queries.findings import findings_of
from plumbline.office.planning.queries.publishing import publication
from plumbline.office.planning.views.access import answer_without_draft, asked_for
from plumbline.office.projects.models import PlanVersion

CHOICE = "choice-"


@require_safe
@organisation_page("edit_plans")
def findings(request: OrganisationRequest, project_id: int) -> HttpResponse:
    _, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return answer_without_draft(request, project_id, draft)
    asked = request.GET.get("revision", "")
    revision = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else draft.revision
    revision = min(revision, draft.revision)
    answer = JsonResponse(findings_of(draft, plan_of(draft, revision), revision))
    answer["Cache-Control"] = "no-store"
    return answer


@organisation_page("edit_plans")
def publish(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return answer_without_draft(request, project_id, draft)
    given = request.POST if request.method == "POST" else request.GET
    chosen = {
        name.removeprefix(CHOICE): str(given[name])
        for name in given
        if name.startswith(CHOICE) and given[name] in ("mine", "theirs")
    }
    form = PublishForm(request.POST or None)

    def do() -> PlanVersion:
        return actions.publish(draft, by=request.user, choices=chosen, **form.cleaned_data)

    if recorded := attempt(form, do):
        messages.success(request, f"Version {recorded.number} is published. It is assessed within seconds.")
        return redirect("projects:plan", request.organisation.slug, project_id)
    ready = publication(draft, project, chosen)
    context = {"project": project, "draft": draft, "tab": "edit", "ready": ready, "form": form}
    return render_page(request, "planning/publish.html", context)
