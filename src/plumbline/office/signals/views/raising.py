"""Raising a signal. Of an anonymous one nothing goes into the session, and no person into the action."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, leaves_no_trace, organisation_page
from plumbline.office.signals import actions
from plumbline.office.signals.forms import ANONYMOUS, RaiseForm
from plumbline.office.signals.promises import promises_of
from plumbline.office.signals.subjects import choices


@never_cache
@organisation_page("raise_signals")
@leaves_no_trace
def raise_one(request: OrganisationRequest) -> HttpResponse:
    organisation = request.organisation
    form = RaiseForm(choices(organisation), request.POST or None, initial={"about": request.GET.get("about", "")})
    if form.is_valid() and form.cleaned_data["who"] == ANONYMOUS:
        secret = attempt(form, lambda: actions.raise_anonymously(organisation, **form.said(organisation)))
        if secret:
            there = request.build_absolute_uri(reverse("signal_link:signal", args=[secret]))
            return render_page(request, "signals/link.html", {"there": there})
    elif raised := attempt(
        form, lambda: actions.raise_signal(organisation, by=request.user, **form.said(organisation))
    ):
        messages.success(request, f"{raised.owner} is told, and is to answer it.")
        return redirect("signals:signal", organisation.slug, raised.pk)
    promised = [(kind.label, days) for kind, days in promises_of(organisation).items()]
    return render_page(request, "signals/raise.html", {"form": form, "promised": promised})
