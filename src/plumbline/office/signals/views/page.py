"""One signal and what can be done with it; and the page of its anonymous sender."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.signals import actions, queries
from plumbline.office.signals.deeds import DEEDS, deeds_of
from plumbline.office.signals.forms import SayForm
from plumbline.office.signals.models import Signal


@require_safe
@organisation_page("raise_signals")
def signal(request: OrganisationRequest, signal_id: int) -> HttpResponse:
    return _page(request, queries.signal_in(request.organisation, request.user, signal_id))


@organisation_page("raise_signals")
@require_POST
def do(request: OrganisationRequest, signal_id: int, deed: str) -> HttpResponse:
    """The page with the form of the deed, if it was refused."""
    found = queries.signal_in(request.organisation, request.user, signal_id)
    chosen = next((each for each in DEEDS if each.name == deed), None)
    if chosen is None:
        raise Http404
    form = chosen.form_for(found, request.POST)

    def run() -> bool:
        chosen.do(found, request.user, form.cleaned_data)
        return True

    if attempt(form, run):
        messages.success(request, chosen.done)
        return redirect("signals:signal", request.organisation.slug, found.pk)
    if not chosen.fits(queries.page_of(found, request.user), request.membership):
        messages.error(request, f"“{chosen.title}” cannot be done now: look at what happened meanwhile.")
        return redirect("signals:signal", request.organisation.slug, found.pk)
    return _page(request, found, {deed: form})


@never_cache
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever holds the link reads what became of the signal and says more. Opening it stores nothing."""
    found = queries.by_secret(actions.hash_of(secret))
    if found is None:
        raise Http404
    form = SayForm(request.POST or None)

    def say() -> bool:
        actions.comment_by_link(secret, text=form.cleaned_data["text"])
        return True

    if attempt(form, say):
        return redirect("signal_link:signal", secret)
    context = {
        "signal": found,
        "has_arrived": found.raised_at <= now(),
        "comments": found.comments.select_related("by"),
        "form": form,
    }
    return render_page(request, "signals/by_link.html", context)


def _page(request: OrganisationRequest, found: Signal, refused: dict[str, forms.Form] | None = None) -> HttpResponse:
    page = queries.page_of(found, request.user)
    deeds = [
        (each, (refused or {}).get(each.name) or each.form_for(found)) for each in deeds_of(page, request.membership)
    ]
    return render_page(request, "signals/signal.html", {"page": page, "signal": found, "deeds": deeds})
