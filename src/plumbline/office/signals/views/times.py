"""How long answers take, and what is promised."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.signals import actions, queries
from plumbline.office.signals.exports import time_lines
from plumbline.office.signals.forms import PromiseForm
from plumbline.office.signals.promises import promises_of


@require_safe
@organisation_page("raise_signals")
def times(request: OrganisationRequest) -> HttpResponse:
    found = queries.lately(request.organisation)
    promised = promises_of(request.organisation)
    kinds = [(kind.label, days, found.by_kind[kind]) for kind, days in promised.items()]
    return render_page(request, "signals/times.html", {"times": found, "kinds": kinds})


@require_safe
@organisation_page("raise_signals")
def times_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    lines = time_lines(queries.lately(request.organisation))
    return table_file(f"signal-times-{request.organisation.slug}", extension, lines, frozen_columns=2)


@organisation_page("run_signals")
def promises(request: OrganisationRequest) -> HttpResponse:
    form = PromiseForm(request.organisation, request.POST or None)

    def do() -> bool:
        actions.set_promises(request.organisation, by=request.user, days=form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, "It holds for signals that are raised from now on.")
        return redirect("signals:times", request.organisation.slug)
    return render_page(request, "signals/promises.html", {"form": form})
