"""Pages outside any organisation."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people import actions, queries
from plumbline.office.people.access import LAST_ORGANISATION
from plumbline.office.people.forms import AccountForm, FirstPasswordForm
from plumbline.office.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, Person)
    organisation = queries.organisation_to_open(request.user, request.session.get(LAST_ORGANISATION))
    return redirect(f"/o/{organisation.slug}/") if organisation else redirect("site:organisations")


@login_required
@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    return render_page(request, "people/organisations.html")


@login_required
def account(request: HttpRequest) -> HttpResponse:
    person = request.user
    assert isinstance(person, Person)
    form = AccountForm(request.POST or None, initial={"name": person.name, "time_zone": person.time_zone})
    if request.method == "POST" and form.is_valid():
        actions.edit_person(person, by=person, **form.cleaned_data)
        messages.success(request, "Your account is saved.")
        return redirect("site:account")
    return render_page(request, "people/account.html", {"form": form})


@never_cache
def first_password(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    person = queries.person_of_key(uid, token)
    if person is None:
        return render_page(request, "people/first_password_expired.html", status=410)
    form = FirstPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        if attempt(form, lambda: actions.set_first_password(person, password=password)):
            login(request, person, BACKEND)
            return redirect("site:home")
    return render_page(request, "people/first_password.html", {"form": form, "person": person})
