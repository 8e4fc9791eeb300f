"""The evidence of one criterion: what its tests said, what people saw, and saying it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.acceptance.forms import ReasonForm
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries import criterion, present_text
from plumbline.office.acceptance.reading import reading
from plumbline.office.acceptance.views.places import about, project_of
from plumbline.office.artefacts.files import bytes_of, handed_over
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.test_runs import actions
from plumbline.office.test_runs.manual_forms import SeenForm
from plumbline.office.test_runs.queries import evidence_page, givers, manual_evidence


@require_safe
@organisation_page("see_acceptance")
def evidence(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    found = _criterion(request, project_id, criterion_id)
    rights = givers(request.membership, found)
    context = about(request, found.project, criterion=found, page=evidence_page(found), rights=rights)
    return render_page(request, "test_runs/evidence.html", context)


@organisation_page("give_evidence")
def give_evidence(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    found = _criterion(request, project_id, criterion_id)
    if not givers(request.membership, found).may_give:
        raise PermissionDenied("Your part in this project does not allow this: say what you saw of a criterion.")
    text = present_text(found)
    begun = {"looked_on": today(request.organisation), "method": found.method, "text": text.number}
    form = SeenForm(request.POST or None, request.FILES or None, initial=begun)
    given = attempt(form, lambda: actions.give_evidence(found, by=request.user, **form.given))
    if given:
        messages.success(request, f"Evidence {given.number} of {found.reference} counts from now on.")
        return redirect("test_runs:evidence", request.organisation.slug, found.project_id, found.pk)
    shown = reading(found.kind, text.text, found.title)
    context = about(request, found.project, criterion=found, text=text, form=form, reading=shown)
    return render_page(request, "test_runs/give_evidence.html", context)


@organisation_page("give_evidence")
def withdraw_evidence(
    request: OrganisationRequest, project_id: int, criterion_id: int, manual_evidence_id: int
) -> HttpResponse:
    found = _criterion(request, project_id, criterion_id)
    given, rights = manual_evidence(found, manual_evidence_id), givers(request.membership, found)
    if not rights.edits and not (rights.may_give and given.by_id == request.user.pk):
        raise PermissionDenied("Your part in this project does not allow this: withdraw evidence of somebody else.")
    form = ReasonForm(request.POST or None)
    if attempt(form, lambda: actions.withdraw_evidence(given, by=request.user, **form.cleaned_data)):
        messages.success(request, f"Evidence {given.number} of {found.reference} counts no more.")
        return redirect("test_runs:evidence", request.organisation.slug, found.project_id, found.pk)
    context = about(request, found.project, criterion=found, given=given, form=form)
    return render_page(request, "test_runs/withdraw_evidence.html", context)


@require_safe
@organisation_page("see_acceptance")
def evidence_file(
    request: OrganisationRequest, project_id: int, criterion_id: int, manual_evidence_id: int
) -> HttpResponse:
    given = manual_evidence(_criterion(request, project_id, criterion_id), manual_evidence_id)
    if given.file is None:
        raise Http404("There is no file with this evidence.")
    return handed_over(bytes_of(given.file), given.filename, given.media_type)


def _criterion(request: OrganisationRequest, project_id: int, criterion_id: int) -> Criterion:
    return criterion(project_of(request, project_id), criterion_id)
