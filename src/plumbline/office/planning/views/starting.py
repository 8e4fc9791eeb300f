"""A draft that begins with more than an empty page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.engine.starts import CannotStart
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.planning import actions, queries
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.start_forms import WayForm
from plumbline.office.planning.views.access import project_to_edit


@organisation_page("edit_plans")
def begin_by(request: OrganisationRequest, project_id: int, way: str) -> HttpResponse:
    project = project_to_edit(request, project_id)
    offered = queries.offered_way(project, way)
    form = WayForm(offered.way, request.POST or None, initial={"start": today(request.organisation)})

    def do() -> PlanDraft:
        try:
            start = queries.start_of(project, offered.way, form.cleaned_data["start"], form.given)
            return actions.begin_by(project, by=request.user, way=way, start=start)
        except CannotStart as refused:
            raise ValidationError(
                {refused.field: str(refused)} if refused.field in form.fields else str(refused)
            ) from refused

    if attempt(form, do):
        messages.success(request, "The draft is begun. Change what does not fit; nobody sees it before you publish.")
        return redirect("planning:editor", request.organisation.slug, project_id)
    context = {"project": project, "tab": "edit", "offered": offered, "form": form}
    return render_page(request, "planning/begin_by.html", context)
