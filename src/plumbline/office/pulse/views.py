"""The pages of the pulse. Opening one stores nothing: programs that check mail open every link."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.people.roles import roles_with
from plumbline.office.pulse import actions, queries
from plumbline.office.pulse.forms import AnswerForm, SetUpForm


@require_safe
@organisation_page("answer_pulse")
def overview(request: OrganisationRequest) -> HttpResponse:
    context = {
        "waiting": queries.open_for(request.membership),
        "trends": queries.trends(_points(request)),
        "pulse": queries.pulse_of(request.organisation),
    }
    return render_page(request, "pulse/overview.html", context)


@require_safe
@organisation_page("answer_pulse")
def export(request: OrganisationRequest) -> HttpResponse:
    head = ["Team", "Round", "Question", "Mean"]
    lines = [[str(each.team), each.team.round.opened_on, each.question, each.words] for each in _points(request)]
    return table_file(f"pulse-{request.organisation.slug}", "csv", [head, *lines])


@organisation_page("answer_pulse")
def answer(request: OrganisationRequest, team_round_id: int) -> HttpResponse:
    team = queries.open_team(request.membership, team_round_id)
    form = AnswerForm(team.round.questions, request.POST or None)

    def do() -> bool:
        actions.answer_as(team, form.values, by=request.user)
        return True

    if attempt(form, do):
        messages.success(request, "Thank you. What you said is counted, and is not kept with your name.")
        return redirect("pulse:overview", request.organisation.slug)
    return render_page(request, "pulse/answer.html", {"form": form, "team": team})


@never_cache
@organisation_page("answer_pulse")
@require_POST
def link(request: OrganisationRequest, team_round_id: int) -> HttpResponse:
    """A secret address for one's phone, shown this once."""
    team = queries.open_team(request.membership, team_round_id)
    form = AnswerForm([], request.POST)
    secret = attempt(form, lambda: actions.make_link(team, by=request.user)) if "do" in request.POST else None
    if secret is None:
        return redirect("pulse:overview", request.organisation.slug)
    there = request.build_absolute_uri(reverse("pulse_link:answer", args=[secret]))
    return render_page(request, "pulse/link.html", {"team": team, "there": there})


@organisation_page("run_pulse")
def set_up(request: OrganisationRequest) -> HttpResponse:
    form = SetUpForm(request.organisation, queries.pulse_of(request.organisation), request.POST or None)
    if attempt(form, lambda: actions.set_up(request.organisation, by=request.user, **form.said)):
        messages.success(request, "The pulse is set up. It holds from the next round on.")
        return redirect("pulse:overview", request.organisation.slug)
    return render_page(request, "pulse/set_up.html", {"form": form})


@never_cache
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever holds the link answers without signing in, once."""
    found = queries.by_secret(actions.hash_of(secret))
    if found is None or not found.team.round.is_open_on(today(found.team.round.pulse.organisation)):
        raise Http404
    form = AnswerForm(found.team.round.questions, request.POST or None)

    def do() -> bool:
        actions.answer_by_link(secret, form.values)
        return True

    done = attempt(form, do) or found.answered
    return render_page(request, "pulse/by_link.html", {"form": form, "team": found.team, "done": done})


def _points(request: OrganisationRequest) -> list[queries.Point]:
    return queries.points(request.membership, request.membership.role in roles_with("run_pulse"))
