"""Programmes of mentoring, for those who run them: counts and dates, and nothing that any two have said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.mentoring import actions, queries
from plumbline.office.mentoring.forms import ProgrammeForm
from plumbline.office.mentoring.models import MentoringProgramme, Pair
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@require_safe
@organisation_page("run_mentoring")
def programme(request: OrganisationRequest, mentoring_programme_id: int) -> HttpResponse:
    found = queries.programme_in(request.organisation, mentoring_programme_id)
    day = today(request.organisation)
    context = {"programme": found, "stands": queries.programme_page(found, day), "is_over": found.is_over(day)}
    return render_page(request, "mentoring/programme.html", context)


@require_safe
@organisation_page("run_mentoring")
def export(request: OrganisationRequest, mentoring_programme_id: str, extension: str) -> HttpResponse:
    found = queries.programme_in(request.organisation, int(mentoring_programme_id))
    stands = queries.programme_page(found, today(request.organisation))
    return table_file(f"mentoring-{request.organisation.slug}", extension, _lines(stands.pairs), frozen_columns=2)


@organisation_page("run_mentoring")
def add(request: OrganisationRequest) -> HttpResponse:
    form = ProgrammeForm(request.POST or None)

    def do() -> MentoringProgramme:
        return actions.begin_programme(request.organisation, by=request.user, **form.cleaned_data)

    if found := attempt(form, do):
        messages.success(request, f"“{found}” is there. Members can say what they want to learn.")
        return _to(request, found)
    return render_page(request, "mentoring/programme_form.html", {"form": form})


@organisation_page("run_mentoring")
def edit(request: OrganisationRequest, mentoring_programme_id: int) -> HttpResponse:
    found = queries.programme_in(request.organisation, mentoring_programme_id)
    form = ProgrammeForm(request.POST or None, instance=queries.programme_in(request.organisation, found.pk))

    def do() -> bool:
        actions.change_programme(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, "The programme is changed.")
        return _to(request, found)
    return render_page(request, "mentoring/programme_form.html", {"form": form, "programme": found})


@organisation_page("run_mentoring")
@require_POST
def propose(request: OrganisationRequest, mentoring_programme_id: int) -> HttpResponse:
    found = queries.programme_in(request.organisation, mentoring_programme_id)
    if request.POST.get("propose") == "yes":
        try:
            number = len(actions.propose_pairs(found, by=request.user))
            messages.success(request, f"{number} proposed, and both of each are asked." if number else "Nobody fits.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return _to(request, found)


@organisation_page("run_mentoring")
@require_POST
def take_back(request: OrganisationRequest, pair_id: int) -> HttpResponse:
    found = Pair.objects.filter(organisation=request.organisation, pk=pair_id)
    pair = found.select_related("organisation", "programme").first()
    if pair is None:
        raise Http404
    if request.POST.get("back") == "yes":
        try:
            actions.take_back(pair, by=request.user)
            messages.success(request, "It is no longer proposed.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return _to(request, pair.programme)


def _to(request: OrganisationRequest, programme: MentoringProgramme) -> HttpResponse:
    return redirect("mentoring:programme", request.organisation.slug, programme.pk)


def _lines(pairs: Iterable[Any]) -> Iterator[list[Any]]:
    yield ["Mentor", "Mentee", "State", "Since", "Last session"]
    for each in pairs:
        yield [each.mentor.name, each.mentee.name, each.get_state_display(), each.began_on, each.last_on]
