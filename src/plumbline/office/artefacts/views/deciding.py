"""Asking for approvals, deciding on them, and saying that a document is still right."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.artefacts import actions, queries
from plumbline.office.artefacts.forms import DecisionForm
from plumbline.office.artefacts.models import ArtefactApproval
from plumbline.office.artefacts.queries.artefact_page import artefact_page
from plumbline.office.artefacts.reach import Reach, reach_of
from plumbline.office.artefacts.views.reading import content_of, reach
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance.queries import today
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_POST
@organisation_page("see_projects")
def ask(request: OrganisationRequest, project_id: int, artefact: str, number: int) -> HttpResponse:
    found = reach(request, project_id)
    found.require_writing(artefact)
    version = queries.version(found, artefact, number)
    said = f"Approval of version {number} is asked for. Somebody accountable who did not write it decides."
    _do(request, lambda: actions.ask_for_approval(version, by=request.user), said)
    return redirect("artefacts:artefact", request.organisation.slug, project_id, artefact)


@organisation_page("see_projects")
def decide(request: OrganisationRequest, approval_id: int) -> HttpResponse:
    approval = queries.approval(request.organisation, approval_id)
    project, name = approval.document.project, approval.document.name
    found = reach_of(request.membership, project)
    found.require_deciding(name)
    form = DecisionForm(request.POST or None)
    if attempt(form, lambda: _decide(request, approval, form)):
        return redirect("artefacts:artefact", request.organisation.slug, project.pk, name)
    return _decide_page(request, found, approval, form)


@require_POST
@organisation_page("see_projects")
def confirm(request: OrganisationRequest, project_id: int, artefact: str) -> HttpResponse:
    found = reach(request, project_id)
    found.require_confirming(artefact)
    document = queries.document(found.project, artefact)
    if document is None:
        raise Http404
    _do(request, lambda: actions.confirm_review(document, by=request.user), f"{document.title} is still right today.")
    return redirect("artefacts:artefact", request.organisation.slug, project_id, artefact)


def _decide_page(
    request: OrganisationRequest, found: Reach, approval: ArtefactApproval, form: DecisionForm
) -> HttpResponse:
    name = approval.document.name
    version = queries.version(found, name, approval.version.number)
    context = {
        "project": found.project,
        "tab": "artefacts",
        "approval": approval,
        "version": version,
        "content": content_of(version),
        "page": artefact_page(found, name, today(request.organisation)),
        "has_a_hand_in_it": found.has_a_hand_in(approval),
        "form": form,
    }
    return render_page(request, "artefacts/decide.html", context)


def _decide(request: OrganisationRequest, approval: ArtefactApproval, form: DecisionForm) -> bool:
    approve = form.cleaned_data["decision"] == "approve"
    actions.decide_approval(approval, by=request.user, approve=approve, note=form.cleaned_data["note"])
    messages.success(request, f"Version {approval.version.number} is {'approved' if approve else 'sent back'}.")
    return True


def _do(request: OrganisationRequest, do: Callable[[], object], said: str) -> None:
    try:
        do()
        messages.success(request, said)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
