"""Where the organisation stands, one perspective of it, targets, and next steps."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.forms import TargetForm
from plumbline.office.maturity.measured import in_words
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("see_maturity")
@require_safe
def overview(request: OrganisationRequest) -> HttpResponse:
    found = queries.overview(request.organisation)
    asked = queries.assessor_of(found.under_way, request.user) if found.under_way else None
    context = {"tab": "maturity", "found": found, "asked": asked, "rounds": queries.rounds(request.organisation)[:50]}
    return render_page(request, "maturity/overview.html", context)


@organisation_page("see_maturity")
@require_safe
def perspective(request: OrganisationRequest, perspective: str) -> HttpResponse:
    found, shown, ladder = queries.perspective_shown(request.organisation, perspective)
    context = {"tab": "maturity", "found": found, "shown": shown, "ladder": ladder}
    return render_page(request, "maturity/perspective.html", context)


@organisation_page("run_maturity")
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: OrganisationRequest) -> HttpResponse:
    shown = queries.overview(request.organisation).perspectives
    forms = [
        TargetForm(each.perspective.key, each.perspective.title, each.target, request.POST or None) for each in shown
    ]
    valid = [each.is_valid() for each in forms]
    if request.method == "POST" and all(valid):
        wanted = {each.key: each.wanted for each in forms}
        actions.set_targets(request.organisation, by=request.user, targets=wanted)
        messages.success(request, "The targets are kept.")
        return redirect("maturity:overview", request.organisation.slug)
    return render_page(request, "maturity/targets.html", {"tab": "maturity", "forms": forms})


@organisation_page("run_maturity")
@require_POST
def add_step(request: OrganisationRequest, attribute: str) -> HttpResponse:
    result = queries.latest_result(request.organisation)
    if result is None:
        raise Http404
    try:
        step = actions.add_step(result, by=request.user, attribute=attribute)
        due = f", due {in_words(step.item.due_on)}" if step.item.due_on else ""
        messages.success(request, f"It is on the roadmap of the office{due}.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("maturity:overview", request.organisation.slug)
