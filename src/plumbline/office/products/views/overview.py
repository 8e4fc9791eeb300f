"""All products of the organisation."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.products import queries
from plumbline.office.products.forms import FilterForm


@require_safe
@organisation_page("see_products")
def overview(request: OrganisationRequest) -> HttpResponse:
    chosen = _chosen(request)
    context = {
        "tab": "products",
        "found": queries.overview(request.organisation, chosen, request.GET.get("page")),
        "form": FilterForm(request.GET),
        "narrows": any(chosen.values()),
    }
    return render_page(request, "products/overview.html", context, partial="list")


@require_safe
@organisation_page("see_products")
def overview_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    lines = queries.overview_lines(request.organisation, _chosen(request))
    return table_file(f"products-{request.organisation.slug}", extension, lines, frozen_columns=2)


def _chosen(request: OrganisationRequest) -> dict[str, str]:
    form = FilterForm(request.GET)
    form.is_valid()
    return form.cleaned_data
