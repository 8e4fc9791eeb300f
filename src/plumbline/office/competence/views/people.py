"""One's own competencies, and those of somebody else."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.competence import actions, queries
from plumbline.office.competence.forms import AskForm, AssessmentForm, BesideForm, ThroughForm
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in, today


@organisation_page("say_own_competence")
def own(request: OrganisationRequest) -> HttpResponse:
    return _page(request, request.user, "competence:own")


@organisation_page("say_own_competence")
def person(request: OrganisationRequest, person_id: int) -> HttpResponse:
    return _page(request, _whom(request, person_id), "competence:person", person_id)


@organisation_page("say_own_competence")
def through(request: OrganisationRequest) -> HttpResponse:
    return _go_through(request, request.user, "competence:own")


@organisation_page("say_own_competence")
def through_of(request: OrganisationRequest, person_id: int) -> HttpResponse:
    return _go_through(request, _whom(request, person_id), "competence:person", person_id)


@organisation_page("say_own_competence")
@require_POST
def ask(request: OrganisationRequest) -> HttpResponse:
    here, form = request.organisation, AskForm(queries.assessors_of(request.organisation, request.user), request.POST)

    def do() -> bool:
        actions.ask_to_assess(here, request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{form.cleaned_data['asked'].name} is told, and you are once they have answered.")
    else:
        messages.error(request, "Choose somebody of the PMO or your mentor.")
    return redirect("competence:own", here.slug)


def _whom(request: OrganisationRequest, person_id: int) -> Person:
    found = people_in(request.organisation).filter(pk=person_id).first()
    if found is None:
        raise Http404
    if not queries.may_assess(request.organisation, found, request.user):
        raise PermissionDenied("Your part here does not allow this: only the PMO and a mentor of theirs assess others.")
    return found


def _page(request: OrganisationRequest, person: Person, back: str, *args: int) -> HttpResponse:
    here, by = request.organisation, request.user
    named = {name: each.title for name, each in queries.competencies_of(here).items()}
    form = AssessmentForm(named, request.POST or None, of_oneself=person.pk == by.pk)

    @transaction.atomic
    def do() -> object:
        said = form.cleaned_data
        if form.evidence:
            what, on = form.evidence
            actions.enter_evidence(here, person, by=by, competency=said["competency"], what=what, on=on)
        details = {name: said[name] for name in ("competency", "level", "note")}
        return actions.assess(here, person, by=by, **details)

    if attempt(form, do):
        messages.success(request, "It is kept beside what was said before.")
        return redirect(back, here.slug, *args)
    context = {"tab": "competence", "person": person, "form": form, "is_own": person.pk == by.pk}
    if context["is_own"] or may(request.membership, "assess_competence"):
        context |= _known(request, person)
    if context["is_own"]:
        context["ask"] = AskForm(queries.assessors_of(here, by))
    return render_page(request, "competence/person.html", context)


def _known(request: OrganisationRequest, person: Person) -> dict[str, object]:
    here = request.organisation
    standard = queries.standard_in_force(here)
    roles = queries.requirements_in(here, standard) if standard else {}
    leads = queries.leading_role(standard) if standard else ""
    beside = BesideForm(roles, leads, request.GET or None)
    day = today(here)
    found = queries.of(here, person, day, *beside.wanted)
    return {"found": found, "beside": beside, "leader": next(iter(queries.leaders(here, day, person)), None)}


def _go_through(request: OrganisationRequest, person: Person, back: str, *args: int) -> HttpResponse:
    here, by = request.organisation, request.user
    standard = queries.standard_in_force(here)
    named = {name: each.title for name, each in standard.competencies.items()} if standard else {}
    form = ThroughForm(named, request.POST or None, of_oneself=person.pk == by.pk)

    def do() -> object:
        return actions.assess_several(here, person, by=by, levels=form.said, note=form.cleaned_data["note"])

    if attempt(form, do):
        messages.success(request, "All of it is kept beside what was said before.")
        return redirect(back, here.slug, *args)
    is_own = person.pk == by.pk
    sees = is_own or may(request.membership, "assess_competence")
    rows = queries.of(here, person, today(here)).rows if sees else []
    known = {each.name: each for each in rows}
    areas = [
        (area.title, [(each.about, known.get(each.name), form.field_of(each.name)) for each in area.elements])
        for area in queries.framework(here)
    ]
    context = {"tab": "competence", "person": person, "form": form, "is_own": is_own, "sees": sees, "areas": areas}
    return render_page(request, "competence/through.html", context)
