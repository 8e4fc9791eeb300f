"""The standards an organisation follows: versions, rules with their limits, guidance."""

from __future__ import annotations

import io
import zipfile

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.standards import queries, reading


@require_safe
@organisation_page("see_standards")
def standards(request: OrganisationRequest) -> HttpResponse:
    versions = list(queries.versions(request.organisation))
    context = {"versions": versions, "in_force": queries.in_force(request.organisation)}
    return render_page(request, "standards/standards.html", context)


@require_safe
@organisation_page("see_standards")
def version(request: OrganisationRequest, version_id: int) -> HttpResponse:
    found = queries.version(request.organisation, version_id)
    standard = queries.standard_of(found)
    context = {
        "version": found,
        "standard": standard,
        "in_force": queries.in_force(request.organisation),
        "families": reading.families_of(standard),
        "dimensions": reading.dimensions_of(standard),
    }
    return render_page(request, "standards/version.html", context)


@require_safe
@organisation_page("see_standards")
def rule(request: OrganisationRequest, version_id: int, rule: str) -> HttpResponse:
    found = queries.version(request.organisation, version_id)
    standard = queries.standard_of(found)
    in_force = reading.rule_of(standard, rule)
    context = {"version": found, "rule": in_force, "guidance": reading.guidance_of(standard, rule)}
    return render_page(request, "standards/rule.html", context)


@require_safe
@organisation_page("see_standards")
def download(request: OrganisationRequest, version_id: int) -> HttpResponse:
    """The folder of the standard, to read, compare and change in an editor."""
    found = queries.version(request.organisation, version_id)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, text in found.files.items():
            folder.writestr(f"{found.name}/{name}", text)
    response = HttpResponse(out.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{found.name}-{found.version}.zip"'
    return response
