"""One's own competencies, those of somebody else, and how the office as a whole stands."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.engine.competence import FEWEST
from plumbline.office.competence import actions, queries
from plumbline.office.competence.forms import AssessmentForm, SinceForm
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in, today


@organisation_page("say_own_competence")
def own(request: OrganisationRequest) -> HttpResponse:
    return _page(request, request.user, "competence:own")


@organisation_page("say_own_competence")
def person(request: OrganisationRequest, person_id: int) -> HttpResponse:
    found = people_in(request.organisation).filter(pk=person_id).first()
    if found is None:
        raise Http404
    if not queries.may_assess(request.organisation, found, request.user):
        raise PermissionDenied("Your part here does not allow this: only the PMO and a mentor of theirs assess others.")
    return _page(request, found, "competence:person", found.pk)


@require_safe
@organisation_page("see_competence")
def office(request: OrganisationRequest) -> HttpResponse:
    form = SinceForm(request.GET or None)
    since = form.cleaned_data["since"] if form.is_valid() else None
    context = {"tab": "competence", "fewest": FEWEST, "form": form, "since": since}
    context["found"] = queries.office(request.organisation, today(request.organisation), since)
    if may(request.membership, "assess_competence"):
        context["people"] = people_in(request.organisation, *queries.ASSESSED).order_by("name", "pk")
    return render_page(request, "competence/office.html", context)


@require_safe
@organisation_page("see_competence")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.office(request.organisation, today(request.organisation))
    return table_file(f"competence-{request.organisation.slug}", extension, queries.lines_of(found), frozen_columns=1)


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
        context["found"] = queries.of(here, person, today(here))
    return render_page(request, "competence/person.html", context)
