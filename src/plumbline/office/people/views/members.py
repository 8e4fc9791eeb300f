"""Who belongs to an organisation."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people import actions, queries
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.forms import AddPersonForm, MembershipForm, PeopleFilterForm

PEOPLE_PER_PAGE = 50


@require_safe
@organisation_page("see_people")
def people(request: OrganisationRequest) -> HttpResponse:
    form = PeopleFilterForm(request.organisation, request.GET)
    found = queries.members(request.organisation, **form.filters())
    page = Paginator(found, PEOPLE_PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "people/people.html", {"form": form, "page": page}, partial="members")


@organisation_page("manage_people")
def add(request: OrganisationRequest) -> HttpResponse:
    form = AddPersonForm(request.organisation, request.POST or None)
    added = attempt(form, lambda: actions.add_person(request.organisation, by=request.user, **form.cleaned_data))
    if added:
        messages.success(request, f"{added.person} now belongs to {request.organisation}.")
        return redirect("people:member", request.organisation.slug, added.pk)
    return render_page(request, "people/add.html", {"form": form})


@organisation_page("manage_people")
def member(request: OrganisationRequest, membership_id: int) -> HttpResponse:
    membership = queries.member(request.organisation, membership_id)
    form = MembershipForm(membership, request.POST or None)
    if attempt(form, lambda: actions.change_place(membership, by=request.user, **form.cleaned_data)):
        messages.success(request, f"The place of {membership.person} is saved.")
        return redirect("people:member", request.organisation.slug, membership_id)
    membership.refresh_from_db()
    link = {"may_be_given_a_link": queries.may_be_given_a_link(membership)}
    return render_page(request, "people/member.html", {"form": form, "member": membership, **link})


@require_POST
@organisation_page("manage_people")
def link(request: OrganisationRequest, membership_id: int) -> HttpResponse:
    """Shown once, here: whoever has the link can set the password, so it is neither kept nor put in an address."""
    membership = queries.member(request.organisation, membership_id)
    try:
        path = actions.give_link(membership, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("people:member", request.organisation.slug, membership_id)
    return render_page(
        request, "people/link.html", {"member": membership, "link": request.build_absolute_uri(path)}, partial="link"
    )


@require_POST
@organisation_page("manage_people")
def leave(request: OrganisationRequest, membership_id: int) -> HttpResponse:
    membership = queries.member(request.organisation, membership_id)
    try:
        actions.deactivate(membership, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("people:member", request.organisation.slug, membership_id)


@require_POST
@organisation_page("manage_people")
def come_back(request: OrganisationRequest, membership_id: int) -> HttpResponse:
    membership = queries.member(request.organisation, membership_id)
    actions.reactivate(membership, by=request.user)
    return redirect("people:member", request.organisation.slug, membership_id)
