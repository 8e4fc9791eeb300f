"""Candidates of a scenario: gathered, described, ranked, removed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.choosing import actions, queries
from plumbline.office.choosing.forms import CandidateForm, GatherForm, RankForm, candidate_facts
from plumbline.office.choosing.views.scenarios import to_scenario
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@organisation_page("edit_scenarios")
def gather(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    form = GatherForm(found, request.POST or None)

    def do() -> bool:
        given = form.cleaned_data
        count = actions.gather_candidates(
            found, by=request.user, requests=list(given["requests"]), projects=list(given["projects"])
        )
        messages.success(request, f"{count} came in. Say next what each is worth, costs and needs.")
        return True

    if attempt(form, do):
        return to_scenario(found)
    return render_page(request, "choosing/gather.html", {"form": form, "tab": "scenarios", "scenario": found})


@organisation_page("edit_scenarios")
def add_candidate(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    form = CandidateForm(found, None, queries.weighting_of(request.organisation), request.POST or None)
    made = attempt(form, lambda: actions.add_candidate(found, by=request.user, **form.facts))
    if made:
        messages.success(request, f"“{made}” stands at the end of the ranks.")
        return to_scenario(found)
    context = {"form": form, "tab": "scenarios", "scenario": found, "candidate": None}
    return render_page(request, "choosing/candidate.html", context)


@organisation_page("edit_scenarios")
def candidate(request: OrganisationRequest, candidate_id: int) -> HttpResponse:
    found = queries.candidate_in(request.organisation, candidate_id)
    weighting = queries.weighting_of(request.organisation)
    form = CandidateForm(found.scenario, found, weighting, request.POST or None, initial=candidate_facts(found))

    def do() -> bool:
        actions.change_candidate(found, by=request.user, **form.facts)
        return True

    if attempt(form, do):
        messages.success(request, "It is changed.")
        return to_scenario(found.scenario)
    context = {"form": form, "tab": "scenarios", "scenario": found.scenario, "candidate": found}
    return render_page(request, "choosing/candidate.html", context)


@organisation_page("edit_scenarios")
@require_POST
def move(request: OrganisationRequest, candidate_id: int) -> HttpResponse:
    found = queries.candidate_in(request.organisation, candidate_id)
    form = RankForm(request.POST)
    if form.is_valid():
        to = form.cleaned_data["to"]
        tried(request, lambda: actions.move_candidate(found, by=request.user, to=to), f"“{found}” has rank {to}.")
    else:
        messages.error(request, "Say to which rank: a whole number from 1 on.")
    return to_scenario(found.scenario)


@organisation_page("edit_scenarios")
@require_POST
def rank(request: OrganisationRequest, scenario_id: int) -> HttpResponse:
    found = queries.scenario_in(request.organisation, scenario_id)
    how = request.POST.get("how", "")
    tried(request, lambda: actions.rank_candidates(found, by=request.user, how=how), "They are ranked anew.")
    return to_scenario(found)


@organisation_page("edit_scenarios")
def remove(request: OrganisationRequest, candidate_id: int) -> HttpResponse:
    found = queries.candidate_in(request.organisation, candidate_id)
    if request.method != "POST":
        back = reverse("choosing:candidate", args=[request.organisation.slug, found.pk])
        return render_page(request, "choosing/remove.html", {"candidate": found, "back": back})
    tried(request, lambda: actions.remove_candidate(found, by=request.user), f"“{found}” is no candidate any more.")
    return to_scenario(found.scenario)
