"""The end of an organisation: asked for, confirmed by somebody else, withdrawn."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plumbline.office.archive import actions, queries
from plumbline.office.archive.forms import NameForm
from plumbline.office.archive.models import Deletion
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_http_methods(["GET", "HEAD", "POST"])
@organisation_page("archive_organisation")
def delete(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    form = NameForm(request.POST or None)
    if attempt(form, lambda: actions.ask_for_deletion(organisation, by=request.user, name=form.cleaned_data["name"])):
        messages.success(request, "It is asked for. Until it is done, any PMO manager can withdraw it.")
        return redirect("archive:overview", organisation.slug)
    context = {
        "form": form,
        "has_archive": any(each.is_there for each in queries.archives_of(organisation)),
        "back": reverse("archive:overview", args=[organisation.slug]),
    }
    return render_page(request, "archive/delete.html", context)


@organisation_page("archive_organisation")
@require_POST
def confirm(request: OrganisationRequest) -> HttpResponse:
    return _done(request, actions.confirm_deletion, "It is confirmed. Until then, any PMO manager can withdraw it.")


@organisation_page("archive_organisation")
@require_POST
def withdraw(request: OrganisationRequest) -> HttpResponse:
    return _done(request, actions.withdraw_deletion, "It is withdrawn. Everything stays as it is.")


def _done(request: OrganisationRequest, deed: Callable[..., Deletion], told: str) -> HttpResponse:
    try:
        deed(request.organisation, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, told)
    return redirect("archive:overview", request.organisation.slug)
