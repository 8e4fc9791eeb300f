"""The look of an organisation: its logo, and its colour as a stylesheet."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people import actions
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Logo
from plumbline.office.people.settings_forms import LogoForm

KEPT_BY_BROWSERS = "private, max-age=31536000, immutable"
"""Addresses name the version, so what was kept is never out of date."""


@organisation_page("manage_organisation")
def look(request: OrganisationRequest) -> HttpResponse:
    form = LogoForm(request.POST or None, request.FILES or None)

    def do() -> bool:
        actions.set_logo(request.organisation, by=request.user, content=form.cleaned_data["logo"].read())
        return True

    if attempt(form, do):
        messages.success(request, "The logo is in the header now.")
        return redirect("people:look", request.organisation.slug)
    return render_page(request, "people/look.html", {"form": form, "tab": "look"})


@organisation_page("manage_organisation")
@require_POST
def remove_picture(request: OrganisationRequest) -> HttpResponse:
    actions.remove_logo(request.organisation, by=request.user)
    messages.success(request, "There is no logo any more.")
    return redirect("people:look", request.organisation.slug)


@require_safe
@organisation_page("see_portfolio")
def logo(request: OrganisationRequest) -> HttpResponse:
    found = Logo.objects.filter(organisation=request.organisation).first()
    if found is None:
        raise Http404
    return _kept(HttpResponse(bytes(found.content), content_type="image/png"))


@require_safe
@organisation_page("see_portfolio")
def colour(request: OrganisationRequest) -> HttpResponse:
    """The value was checked to be a # and six digits when it was kept."""
    accent = request.organisation.accent
    rule = f":root {{ --organisation: {accent}; }}\n" if accent else ""
    return _kept(HttpResponse(rule, content_type="text/css; charset=utf-8"))


def _kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = KEPT_BY_BROWSERS
    response["X-Content-Type-Options"] = "nosniff"
    return response
