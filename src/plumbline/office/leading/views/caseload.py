"""The caseload of all, the profile of one, and a manager's own page."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.leading import actions, queries
from plumbline.office.leading.forms import ProfileForm
from plumbline.office.leading.models import ManagerProfile
from plumbline.office.leading.queries.caseload import lines_of
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import people_in

SHOWN = 12


@require_safe
@organisation_page("see_caseload")
def caseload(request: OrganisationRequest) -> HttpResponse:
    found = queries.caseload(request.organisation)
    context = {"tab": "managers", "caseload": found, "classes": queries.classes_in(request.organisation)}
    context["waiting"] = queries.waiting(request.organisation).count()
    return render_page(request, "leading/caseload.html", context)


@require_safe
@organisation_page("see_caseload")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    name = f"caseload-{request.organisation.slug}"
    return table_file(name, extension, lines_of(queries.caseload(request.organisation)), frozen_columns=1)


@organisation_page("lead_managers")
def profile(request: OrganisationRequest, person_id: int) -> HttpResponse:
    person = people_in(request.organisation).filter(pk=person_id).first()
    if person is None:
        raise Http404
    known = ManagerProfile.objects.filter(organisation=request.organisation, person=person).first()
    form = ProfileForm(request.POST or None, instance=known)

    def do() -> ManagerProfile:
        return actions.set_profile(request.organisation, person, by=request.user, **form.cleaned_data)

    if attempt(form, do):
        messages.success(request, f"What is known of {person} is kept.")
        return redirect("leading:caseload", request.organisation.slug)
    context = {"tab": "managers", "person": person, "form": form}
    context["talks"] = queries.of(request.organisation, request.user).filter(manager=person)[:SHOWN]
    return render_page(request, "leading/profile.html", context)


@require_safe
@organisation_page("see_own_caseload")
def own(request: OrganisationRequest) -> HttpResponse:
    here, person = request.organisation, request.user
    context = {
        "tab": "own",
        "load": queries.load_of(here, person),
        "talks": queries.of(here, person).filter(held_at=None, cancelled_at=None).order_by("at")[:SHOWN],
        "past": queries.of(here, person).filter(held_at__isnull=False)[:SHOWN],
        "agreed": queries.agreed(here, person)[:SHOWN],
        "asked": queries.asked_by(here, person)[:SHOWN],
    }
    return render_page(request, "leading/own.html", context)
