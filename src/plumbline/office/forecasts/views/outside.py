"""What a project is compared with, and what that says about its time and its cost."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.forecasts import actions
from plumbline.office.forecasts.forms import CompareForm
from plumbline.office.forecasts.models import Comparison
from plumbline.office.forecasts.models.reference import Subject
from plumbline.office.forecasts.queries.classes import classes_of
from plumbline.office.forecasts.queries.outside_page import choices_for, outside_views
from plumbline.office.forecasts.views.access import SEE, about, project_of
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page(SEE)
def outside_view(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    views = outside_views(project)
    sent = request.POST.get("subject", "")
    forms = {
        str(each.subject): CompareForm(
            choices_for(request.organisation, each.subject),
            request.POST if sent == each.subject else None,
            prefix=str(each.subject),
            initial=_known(each.comparison),
        )
        for each in views
    }
    if sent in Subject.values:
        form, own = forms[sent], classes_of(request.organisation).in_bulk()
        if attempt(form, lambda: actions.compare(project, by=request.user, subject=sent, **form.chosen(own))):
            messages.success(request, "What it is compared with is kept.")
            return redirect("forecasts:outside_view", request.organisation.slug, project.pk)
    pairs = [(each, forms[str(each.subject)]) for each in views]
    return render_page(request, "forecasts/outside.html", about(request, project, "outside view", pairs=pairs))


def _known(comparison: Comparison | None) -> dict[str, Any]:
    if comparison is None:
        return {}
    own = comparison.reference_class_id
    against = f"own:{own}" if own else f"published:{comparison.published}"
    return {"against": against, "mitigated": comparison.mitigated, "because": comparison.because}
