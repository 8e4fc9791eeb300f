"""What the lead brings together: how far views are apart, and what was agreed on."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.forms import ConsensusForm
from plumbline.office.maturity.models import Round
from plumbline.office.maturity.queries import Disputed
from plumbline.office.maturity.views.answering import perspective_of
from plumbline.office.maturity.views.rounds import led, to_round
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("run_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: OrganisationRequest, round_id: int, perspective: str) -> HttpResponse:
    found = led(request, round_id)
    shown = perspective_of(found, perspective)
    if not found.is_open:
        return to_round(found)
    lines = queries.agreeing_page(found, shown)
    asked_for = request.POST.get("attribute", "") if request.method == "POST" else ""
    forms = [(each, form_of(each, request.POST if each.attribute.key == asked_for else None)) for each in lines]
    if asked_for:
        form = next((form for each, form in forms if each.attribute.key == asked_for), None)
        if form is None:
            raise Http404
        if attempt(form, lambda: set_it(request, found, asked_for, form)):
            messages.success(request, "It is kept.")
            there = reverse("maturity:agree", args=[request.organisation.slug, found.pk, perspective])
            return redirect(f"{there}#{asked_for}")
    context = {"tab": "maturity", "round": found, "perspective": shown, "forms": forms, "model": found.model}
    return render_page(request, "maturity/agree.html", context)


def form_of(line: Disputed, data: QueryDict | None) -> ConsensusForm:
    kept = line.consensus
    initial = {"value": kept.value, "reason": kept.reason} if kept else {}
    return ConsensusForm(data, initial=initial, auto_id=f"id_{line.attribute.key}_%s")


def set_it(request: OrganisationRequest, found: Round, attribute: str, form: ConsensusForm) -> bool:
    actions.set_consensus(found, by=request.user, attribute=attribute, **form.cleaned_data)
    return True
