"""The first page of a fresh installation. It binds people and standards, which do not know of each other."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.actions import AlreadySetUp, set_up_first_organisation
from plumbline.office.people.forms import SetUpForm
from plumbline.office.people.models import Membership
from plumbline.office.people.queries import nobody_is_there_yet
from plumbline.office.people.views.site import BACKEND
from plumbline.office.standards.actions import publish_builtin

STANDARD = "predictive"


@never_cache
def set_up(request: HttpRequest) -> HttpResponse:
    if not nobody_is_there_yet():
        raise Http404
    form = SetUpForm(request.POST or None)
    if request.method == "POST":
        try:
            first = attempt(form, lambda: set_up_office(**form.cleaned_data))
        except AlreadySetUp as already:
            raise Http404 from already
        if first:
            login(request, first.person, BACKEND)
            return redirect("founding:guide", first.organisation.slug)
    return render_page(request, "people/set_up.html", {"form": form})


@transaction.atomic
def set_up_office(**given: Any) -> Membership:
    first = set_up_first_organisation(**given)
    publish_builtin(first.organisation, STANDARD, by=first.person)
    return first
