"""One entry of a list of the charter; and who has a post."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.mandate import actions
from plumbline.office.mandate.chapters import PARTS, Chapter
from plumbline.office.mandate.forms import PART_FORMS, HolderForm
from plumbline.office.mandate.models import Holder, OfPlace, Post
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("write_mandate")
def part(request: OrganisationRequest, part: str, part_id: int) -> HttpResponse:
    about, found = _found(request, part, part_id)
    form = PART_FORMS[type(found)](request.organisation, request.POST or None, instance=found)
    if attempt(form, lambda: _changed(request, found, form.cleaned_data)):
        messages.success(request, "It is changed.")
        return _back(request, about)
    context = {
        "tab": "charter",
        "chapter": about,
        "thing": found,
        "part": part,
        "form": form,
        "holders": found.holders.select_related("person") if isinstance(found, Post) else None,
        "hold": HolderForm(request.organisation) if isinstance(found, Post) else None,
    }
    return render_page(request, "mandate/part.html", context)


@organisation_page("write_mandate")
def remove(request: OrganisationRequest, part: str, part_id: int) -> HttpResponse:
    about, found = _found(request, part, part_id)
    if request.method != "POST":
        back = reverse("mandate:part", args=[request.organisation.slug, part, part_id])
        return render_page(request, "mandate/remove.html", {"thing": found, "chapter": about, "back": back})
    actions.remove_part(found, by=request.user)
    messages.success(request, f"“{found}” is removed.")
    return _back(request, about)


@organisation_page("write_mandate")
@require_POST
def hold(request: OrganisationRequest, post_id: int) -> HttpResponse:
    _, found = _found(request, "post", post_id)
    form = HolderForm(request.organisation, request.POST)

    def do() -> Holder:
        given = form.cleaned_data
        assert isinstance(found, Post)
        return actions.hold_post(found, given["person"], by=request.user, share=given["share"], levels=given["levels"])

    if attempt(form, do):
        messages.success(request, "It is noted.")
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("mandate:part", request.organisation.slug, "post", post_id)


@organisation_page("write_mandate")
@require_POST
def leave(request: OrganisationRequest, holder_id: int) -> HttpResponse:
    found = Holder.objects.filter(post__organisation=request.organisation, pk=holder_id)
    held = found.select_related("post__organisation", "person").first()
    if held is None:
        raise Http404
    actions.leave_post(held, by=request.user)
    messages.success(request, f"{held.person} is no longer {held.post}.")
    return redirect("mandate:part", request.organisation.slug, "post", held.post_id)


def _changed(request: OrganisationRequest, found: OfPlace, given: dict[str, Any]) -> bool:
    """The form has laid its values over what it was given already, so the row is taken anew."""
    actions.change_part(type(found)._default_manager.get(pk=found.pk), by=request.user, **given)
    return True


def _found(request: OrganisationRequest, part: str, part_id: int) -> tuple[Chapter, OfPlace]:
    about = PARTS.get(part)
    if about is None or about.part is None:
        raise Http404
    found = about.part._default_manager.filter(organisation=request.organisation, pk=part_id).first()
    if found is None:
        raise Http404
    return about, found


def _back(request: OrganisationRequest, about: Chapter) -> HttpResponse:
    return redirect("mandate:chapter", request.organisation.slug, about.name)
