"""The pages of the pulse. Opening one stores nothing: programs that check mail open every link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.people.roles import roles_with
from plumbline.office.pulse import actions, queries
from plumbline.office.pulse.forms import AnswerForm, SetUpForm
from plumbline.office.pulse.links import invitation_in, path_of


@require_safe
@organisation_page("answer_pulse")
def overview(request: OrganisationRequest) -> HttpResponse:
    context = {
        "waiting": queries.open_for(request.membership),
        "results": queries.results(_points(request)),
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
    team = queries.team_asked(request.membership, team_round_id)
    if team.pk not in {each.team_id for each in queries.open_for(request.membership)}:
        closed = not team.round.is_open_on(today(request.organisation))
        return render_page(request, "pulse/answer.html", {"team": team, "closed": closed})
    form = AnswerForm(team, _sent(request))

    def do() -> bool:
        actions.answer_as(team, form.values, by=request.user)
        return True

    if attempt(form, do):
        messages.success(request, "Thank you. What you said is counted, and is not kept with your name.")
        return redirect("pulse:overview", request.organisation.slug)
    return render_page(request, "pulse/answer.html", {"form": form, "team": team})


@require_safe
@never_cache
@organisation_page("answer_pulse")
def link(request: OrganisationRequest) -> HttpResponse:
    """One's own secret address, as the mail has it."""
    waiting = queries.open_for(request.membership)
    if not waiting:
        return redirect("pulse:overview", request.organisation.slug)
    there = request.build_absolute_uri(path_of(waiting[0].pk))
    return render_page(request, "pulse/link.html", {"waiting": waiting, "there": there})


@organisation_page("run_pulse")
def set_up(request: OrganisationRequest) -> HttpResponse:
    form = SetUpForm(request.organisation, queries.pulse_of(request.organisation), request.POST or None)
    if attempt(form, lambda: actions.set_up(request.organisation, by=request.user, **form.said)):
        messages.success(request, "The pulse is set up. It holds from the next round on.")
        return redirect("pulse:overview", request.organisation.slug)
    return render_page(request, "pulse/set_up.html", {"form": form})


@never_cache
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever holds the link answers without signing in, once for each of the person's teams."""
    asked = queries.open_by(secret)
    if not asked:
        known = invitation_in(secret) is not None
        return render_page(request, "pulse/over.html", {"known": known}, status=410 if known else 404)
    left = [each.team for each in asked if not each.answered]
    sent = _sent(request)
    team = next((each for each in left if not sent or str(each.pk) == sent.get("team")), None)
    if team is None:
        return redirect(request.path) if sent else render_page(request, "pulse/thanks.html", {"asked": asked})
    form = AnswerForm(team, sent)

    def do() -> bool:
        actions.answer_by_link(secret, team.pk, form.values)
        return True

    if attempt(form, do):
        return redirect(request.path)
    return render_page(request, "pulse/by_link.html", {"form": form, "team": team, "asked": asked, "left": left})


def _sent(request: HttpRequest) -> QueryDict | None:
    """A form that says which team it is for; whatever else is sent changes nothing."""
    return request.POST if "team" in request.POST else None


def _points(request: OrganisationRequest) -> list[queries.Point]:
    return queries.points(request.membership, request.membership.role in roles_with("run_pulse"))
