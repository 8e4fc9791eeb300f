"""People: the list, one of them, their share, leave and line work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.engine.capacity import Per
from plumbline.office.capacity import actions
from plumbline.office.capacity.exports import people_lines
from plumbline.office.capacity.forms import (
    AbilitiesForm,
    ButtonForm,
    EndForm,
    LeaveForm,
    LineWorkForm,
    NewPersonForm,
    PeopleFilter,
    ResourcePersonForm,
    ShareForm,
)
from plumbline.office.capacity.models import ResourcePerson
from plumbline.office.capacity.pictures import histogram
from plumbline.office.capacity.queries import lists, one
from plumbline.office.capacity.queries.asking import pools_of
from plumbline.office.capacity.queries.person_page import person_page
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require

PER_PAGE, MOST_EXPORTED = 50, 20_000


@require_safe
@organisation_page("see_capacity")
def people(request: OrganisationRequest) -> HttpResponse:
    form = PeopleFilter(request.organisation, request.GET or None)
    found = lists.people_of(request.organisation, **form.chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    manages = may(request.membership, "manage_any_capacity") or bool(pools_of(request.membership))
    context = {"tab": "capacity", "part": "people", "form": form, "page": page, "manages": manages}
    return render_page(request, "capacity/people.html", context, partial="list")


@require_safe
@organisation_page("see_capacity")
def people_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    form = PeopleFilter(request.organisation, request.GET or None)
    found = lists.people_of(request.organisation, **form.chosen)[:MOST_EXPORTED]
    return table_file(f"people-{request.organisation.slug}", extension, people_lines(found), frozen_columns=1)


@organisation_page("manage_any_capacity")
def add_person(request: OrganisationRequest) -> HttpResponse:
    form = NewPersonForm(request.organisation, request.POST or None)
    add = lambda: actions.add_resource_person(request.organisation, by=request.user, **form.cleaned_data)  # noqa: E731
    if added := attempt(form, add):
        messages.success(request, f"{added} is in the list.")
        return _to(request, added)
    return render_page(request, "capacity/edit_person.html", {"tab": "capacity", "part": "people", "form": form})


@require_safe
@organisation_page("see_capacity")
def person(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    return _page(request, one.person_in(request.organisation, resource_person_id))


@require_safe
@organisation_page("see_capacity")
def mine(request: OrganisationRequest) -> HttpResponse:
    own = one.own_person(request.membership)
    if own is not None:
        return redirect("capacity:person", request.organisation.slug, own.pk)
    return render_page(request, "capacity/mine.html", {"tab": "capacity", "part": "mine"})


@organisation_page("see_capacity")
def edit_person(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    found = one.person_in(request.organisation, resource_person_id)
    require(request, "manage_resource_person", found)
    begun = {name: getattr(found, name) for name in ResourcePersonForm.base_fields}
    form = ResourcePersonForm(request.organisation, request.POST or None, initial=begun)
    if attempt(form, lambda: actions.change_resource_person(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{found} is changed.")
        return _to(request, found)
    context = {"tab": "capacity", "part": "people", "form": form, "somebody": found}
    return render_page(request, "capacity/edit_person.html", context)


@organisation_page("see_capacity")
@require_POST
def share(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    found = one.person_in(request.organisation, resource_person_id)
    require(request, "manage_resource_person", found)
    return _change(request, found, "share_form", ShareForm(request.POST), actions.set_share, "The share is kept.")


@organisation_page("see_capacity")
@require_POST
def line_work(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    found = one.person_in(request.organisation, resource_person_id)
    require(request, "manage_resource_person", found)
    said = "The line work counts from now on."
    return _change(request, found, "line_form", LineWorkForm(request.POST), actions.add_line_work, said)


@organisation_page("enter_own_leave")
@require_POST
def leave(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    found = one.person_in(request.organisation, resource_person_id)
    require(request, "enter_leave", found)
    return _change(request, found, "leave_form", LeaveForm(request.POST), actions.enter_leave, "The leave is entered.")


@organisation_page("see_capacity")
@require_POST
def abilities(request: OrganisationRequest, resource_person_id: int) -> HttpResponse:
    found = one.person_in(request.organisation, resource_person_id)
    require(request, "manage_resource_person", found)
    form = AbilitiesForm(request.organisation, request.POST)

    def keep(person: ResourcePerson, **given: Any) -> bool:
        actions.set_abilities(person, **given)
        return True

    return _change(request, found, "abilities_form", form, keep, "Roles and skills are kept.")


@organisation_page("see_capacity")
def end_line_work(request: OrganisationRequest, line_work_id: int) -> HttpResponse:
    work = one.line_work_in(request.organisation, line_work_id)
    require(request, "manage_resource_person", work.person)
    form = EndForm(request.POST or None)

    def end() -> bool:
        actions.end_line_work(work, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, end):
        messages.success(request, f"{work.title} ends.")
        return _to(request, work.person)
    return render_page(request, "capacity/end_line_work.html", {"tab": "capacity", "form": form, "work": work})


@organisation_page("enter_own_leave")
def withdraw_leave(request: OrganisationRequest, leave_id: int) -> HttpResponse:
    found = one.leave_in(request.organisation, leave_id)
    require(request, "enter_leave", found.person)
    form = ButtonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw_leave(found, by=request.user)
        messages.success(request, "The leave does not count any more.")
        return _to(request, found.person)
    return render_page(request, "capacity/withdraw_leave.html", {"tab": "capacity", "form": form, "leave": found})


def _change(
    request: OrganisationRequest,
    found: ResourcePerson,
    name: str,
    form: forms.Form,
    do: Callable[..., Any],
    said: str,
) -> HttpResponse:
    if attempt(form, lambda: do(found, by=request.user, **form.cleaned_data)):
        messages.success(request, said)
        return _to(request, found)
    return _page(request, found, {name: form})


def _page(
    request: OrganisationRequest, found: ResourcePerson, refused: dict[str, forms.Form] | None = None
) -> HttpResponse:
    per = Per.MONTH if request.GET.get("per") == "month" else Per.WEEK
    page = person_page(found, per)
    manages = may(request.membership, "manage_resource_person", found)
    enters = may(request.membership, "enter_leave", found)
    context = {
        "tab": "capacity", "part": "people", "somebody": found, "page": page, "picture": histogram(page.cells, per),
        "manages": manages, "enters": enters,
        "sees_reasons": may(request.membership, "see_reason_of_leave", found),
        "leave_form": LeaveForm() if enters else None,
    }  # fmt: skip
    if manages:
        chosen = {"abilities": [each.pk for each in page.abilities]}
        context |= {
            "share_form": ShareForm(),
            "line_form": LineWorkForm(),
            "abilities_form": AbilitiesForm(request.organisation, initial=chosen),
        }
    return render_page(request, "capacity/person.html", context | (refused or {}))


def _to(request: OrganisationRequest, found: ResourcePerson) -> HttpResponse:
    return redirect("capacity:person", request.organisation.slug, found.pk)
