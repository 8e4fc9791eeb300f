"""Writing a request in short steps. Each is saved as one leaves it, whichever way one goes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.intake import actions, queries
from plumbline.office.intake.actions.writing import NEEDED
from plumbline.office.intake.forms import STEPS, SizeForm, WhatForm
from plumbline.office.intake.models import ProjectRequest, State
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("submit_requests")
def new(request: OrganisationRequest) -> HttpResponse:
    form = WhatForm(request.POST or None)
    begun = attempt(form, lambda: actions.begin_request(request.organisation, by=request.user, **form.cleaned_data))
    if begun:
        return _go_on(request, begun, 1)
    return render_page(request, "intake/write.html", _shown(form, None, 1))


@organisation_page("submit_requests")
def write(request: OrganisationRequest, request_id: int, step: int) -> HttpResponse:
    draft = queries.request_for(request.membership, request_id)
    if draft.state != State.DRAFT:
        return redirect("intake:request", request.organisation.slug, draft.pk)
    if not 1 <= step <= len(STEPS):
        raise Http404
    kind = STEPS[step - 1][1]
    form = kind(request.POST or None, initial={name: getattr(draft, name) for name in kind.base_fields})
    if isinstance(form, SizeForm):
        form.name_currency(request.organisation.currency)
    if form.is_bound and attempt(form, lambda: _saved(request, draft, form)):
        return _go_on(request, draft, step)
    return render_page(request, "intake/write.html", _shown(form, draft, step))


@organisation_page("submit_requests")
def summary(request: OrganisationRequest, request_id: int) -> HttpResponse:
    draft = queries.request_for(request.membership, request_id)
    if draft.state != State.DRAFT:
        return redirect("intake:request", request.organisation.slug, draft.pk)
    missing: dict[str, str] = {name: said for name, said in NEEDED.items() if not getattr(draft, name).strip()}
    if request.method == "POST" and not missing:
        actions.submit_request(draft, by=request.user)
        messages.success(request, "It is submitted. This page tells you where it is.")
        return redirect("intake:request", request.organisation.slug, draft.pk)
    steps = [(number, title) for number, (title, _) in enumerate(STEPS, start=1)]
    places = {name: number for number, (_, form) in enumerate(STEPS, start=1) for name in form.base_fields}
    context = {"asked": draft, "steps": steps, "missing": [(places[name], said) for name, said in missing.items()]}
    return render_page(request, "intake/summary.html", context)


@require_POST
@organisation_page("submit_requests")
def withdraw(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    try:
        actions.withdraw_request(asked, by=request.user)
        messages.success(request, f"“{asked.title}” is withdrawn.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("intake:request", request.organisation.slug, asked.pk)


def _saved(request: OrganisationRequest, draft: ProjectRequest, form: forms.Form) -> bool:
    actions.save_request(draft, by=request.user, **form.cleaned_data)
    return True


def _go_on(request: OrganisationRequest, draft: ProjectRequest, step: int) -> HttpResponse:
    slug, way = request.organisation.slug, request.POST.get("go", "next")
    if way == "leave":
        messages.success(request, f"“{draft.title}” is saved. Go on whenever you like.")
        return redirect("intake:list", slug)
    there = step - 1 if way == "back" else step + 1
    if there > len(STEPS):
        return redirect("intake:summary", slug, draft.pk)
    return redirect("intake:write", slug, draft.pk, max(there, 1))


def _shown(form: forms.Form, draft: ProjectRequest | None, step: int) -> dict[str, Any]:
    steps = [(number, title) for number, (title, _) in enumerate(STEPS, start=1)]
    return {"form": form, "asked": draft, "step": step, "steps": steps, "title": STEPS[step - 1][0], "needed": NEEDED}
