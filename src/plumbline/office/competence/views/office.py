"""How the office as a whole stands, without names; and, for the PMO, what class of project each may lead."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.engine.competence import FEWEST
from plumbline.office.competence import queries
from plumbline.office.competence.queries.leaders import lines_of as lines_of_leaders
from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import people_in, today


@require_safe
@organisation_page("see_competence")
def office(request: OrganisationRequest) -> HttpResponse:
    here = request.organisation
    context = {"tab": "competence", "fewest": FEWEST, "found": queries.office(here)}
    if may(request.membership, "assess_competence"):
        context["people"] = people_in(here, *queries.ASSESSED).order_by("name", "pk")
        context["above"] = [each for each in queries.leaders(here, today(here)) if each.above]
    return render_page(request, "competence/office.html", context)


@require_safe
@organisation_page("see_competence")
def export(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.office(request.organisation)
    return table_file(f"competence-{request.organisation.slug}", extension, queries.lines_of(found), frozen_columns=1)


@require_safe
@organisation_page("assess_competence")
def leaders(request: OrganisationRequest) -> HttpResponse:
    found = queries.leaders(request.organisation, today(request.organisation))
    above = sum(bool(each.above) for each in found)
    context = {"tab": "competence", "found": found, "above": above, "unknown": sum(not each.is_known for each in found)}
    return render_page(request, "competence/leaders.html", context)


@require_safe
@organisation_page("assess_competence")
def leaders_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    found = queries.leaders(request.organisation, today(request.organisation))
    name = f"who-may-lead-{request.organisation.slug}"
    return table_file(name, extension, lines_of_leaders(found), frozen_columns=1)
