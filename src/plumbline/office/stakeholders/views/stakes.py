"""One stakeholder in one project."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.stakeholders import actions, queries
from plumbline.office.stakeholders.forms import ContactForm, RemoveForm, StakeForm
from plumbline.office.stakeholders.models import Stake


@organisation_page("see_stakeholders")
def stake(request: OrganisationRequest, project_id: int, stake_id: int) -> HttpResponse:
    """With the line in which a contact is logged; the owner may do that too."""
    found = _found(request, project_id, stake_id)
    form = ContactForm(request.POST or None)
    if request.method == "POST":
        _require_hand(request, found)
        if attempt(form, lambda: actions.log_contact(found, by=request.user, **form.cleaned_data)):
            messages.success(request, "The contact is logged.")
            return redirect("stakeholders:stake", request.organisation.slug, project_id, stake_id)
    context = _about(found) | {"page": queries.stake_page(found), "form": form}
    edits = may(request.membership, "edit_project", found.project) and _is_open(found)
    context |= {"may_edit": edits, "may_log": _has_hand(request, found) and _is_open(found)}
    return render_page(request, "stakeholders/stake.html", context)


@organisation_page("see_stakeholders")
def edit(request: OrganisationRequest, project_id: int, stake_id: int) -> HttpResponse:
    found = _found(request, project_id, stake_id)
    require(request, "edit_project", found.project)
    begun = {name: getattr(found, name) for name in StakeForm.base_fields if name != "note"}
    form = StakeForm(request.organisation, request.POST or None, initial=begun)
    if attempt(form, lambda: actions.change_stake(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The change is saved.")
        return redirect("stakeholders:stake", request.organisation.slug, project_id, stake_id)
    return render_page(request, "stakeholders/edit.html", _about(found) | {"form": form})


@require_POST
@organisation_page("see_stakeholders")
def still_so(request: OrganisationRequest, project_id: int, stake_id: int) -> HttpResponse:
    found = _found(request, project_id, stake_id)
    _require_hand(request, found)
    try:
        actions.confirm_stake(found, by=request.user)
        messages.success(request, "It counts as looked at today.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("stakeholders:stake", request.organisation.slug, project_id, stake_id)


@organisation_page("see_stakeholders")
def remove(request: OrganisationRequest, project_id: int, stake_id: int) -> HttpResponse:
    found = _found(request, project_id, stake_id)
    require(request, "edit_project", found.project)
    form = RemoveForm(request.POST or None)

    def end() -> bool:
        actions.end_stake(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, end):
        messages.success(request, f"{found.stakeholder} is out of the register of this project.")
        return redirect("stakeholders:list", request.organisation.slug, project_id)
    return render_page(request, "stakeholders/remove.html", _about(found) | {"form": form})


def _found(request: OrganisationRequest, project_id: int, stake_id: int) -> Stake:
    return queries.stake(projects.project(request.organisation, project_id), stake_id)


def _about(found: Stake) -> dict[str, object]:
    return {"project": found.project, "tab": "stakeholders", "stake": found}


def _is_open(found: Stake) -> bool:
    return found.ended_at is None and found.project.archived_at is None


def _has_hand(request: OrganisationRequest, found: Stake) -> bool:
    """Who may edit the project, and the owner."""
    return may(request.membership, "edit_project", found.project) or found.owner_id == request.user.pk


def _require_hand(request: OrganisationRequest, found: Stake) -> None:
    if not _has_hand(request, found):
        raise PermissionDenied("Your part in this project does not allow this: write about a stakeholder.")
