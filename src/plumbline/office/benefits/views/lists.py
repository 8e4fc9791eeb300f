"""Benefits of the whole organisation: the register, and what came of it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.benefits import queries
from plumbline.office.benefits.exports import register_lines, sum_lines
from plumbline.office.benefits.forms import FilterForm
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today

PER_PAGE, MOST_EXPORTED = 50, 5000


@require_safe
@organisation_page("see_benefits")
def register(request: OrganisationRequest) -> HttpResponse:
    form = FilterForm(request.organisation, request.GET or None)
    found = queries.benefits_in(request.organisation, form.chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = queries.rows_of(page, today(request.organisation))
    context = {"tab": "benefits", "part": "register", "form": form, "narrows": form.chosen.narrows, "page": page}
    return render_page(request, "benefits/register.html", context | {"rows": rows}, partial="list")


@require_safe
@organisation_page("see_benefits")
def register_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    form = FilterForm(request.organisation, request.GET or None)
    found = queries.benefits_in(request.organisation, form.chosen)[:MOST_EXPORTED]
    rows = queries.rows_of(found, today(request.organisation))
    return table_file(f"benefits-{request.organisation.slug}", extension, register_lines(rows), frozen_columns=3)


@require_safe
@organisation_page("see_benefits")
def realisation(request: OrganisationRequest) -> HttpResponse:
    way = _way(request)
    groups = queries.groups_of(request.organisation, way, today(request.organisation))
    context = {"tab": "benefits", "part": "realisation", "ways": queries.WAYS, "way": way, "groups": groups}
    return render_page(request, "benefits/realisation.html", context)


@require_safe
@organisation_page("see_benefits")
def realisation_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    way = _way(request)
    lines = sum_lines(queries.groups_of(request.organisation, way, today(request.organisation)))
    return table_file(f"realisation-by-{way}-{request.organisation.slug}", extension, lines, frozen_columns=2)


def _way(request: OrganisationRequest) -> str:
    asked = request.GET.get("by", "")
    return asked if asked in queries.WAYS else "objective"
