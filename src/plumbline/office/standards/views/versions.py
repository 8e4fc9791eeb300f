"""The standards an organisation follows: versions, rules with their limits, guidance."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.standards import life_cycle as life_cycle_reading
from plumbline.office.standards import queries, reading
from plumbline.office.standards.folders import packed


@require_safe
@organisation_page("see_standards")
def standards(request: OrganisationRequest) -> HttpResponse:
    may_review = may(request.membership, "review_standards")
    context = {
        "versions": list(queries.versions(request.organisation)),
        "in_force": queries.in_force(request.organisation),
        "drafts": list(queries.drafts(request.organisation)) if may_review else [],
        "may_write": may(request.membership, "write_standards"),
    }
    return render_page(request, "standards/standards.html", context)


@require_safe
@organisation_page("see_standards")
def version(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    phases = life_cycle_reading.phases_of(context["standard"], queries.courses_in_force(request.organisation))
    cadences, lead = reading.cadences_of(context["standard"]), context["standard"].summary
    found = {"phases": phases, "cadences": cadences, "lead": lead}
    return render_page(request, "standards/version.html", context | found)


@require_safe
@organisation_page("see_standards")
def life_cycle(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context, taught = _about(request, version_id), queries.courses_in_force(request.organisation)
    found = {
        "phases": life_cycle_reading.phases_of(context["standard"], taught),
        "any_time": life_cycle_reading.gates_at_any_time(context["standard"], taught),
    }
    return render_page(request, "standards/life_cycle.html", context | found)


@require_safe
@organisation_page("see_standards")
def artefacts(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    found = {"rows": life_cycle_reading.rows_by_phase(context["standard"]), "parts": life_cycle_reading.PARTS}
    return render_page(request, "standards/artefacts.html", context | found)


@require_safe
@organisation_page("see_standards")
def artefact(request: OrganisationRequest, version_id: int, artefact: str) -> HttpResponse:
    context = _about(request, version_id)
    standard, about = context["standard"], life_cycle_reading.artefact_of(context["standard"], artefact)
    found = {
        "name": artefact,
        "artefact": about,
        "phase": standard.phases[about.phase],
        "parts": life_cycle_reading.parts_in(standard, about),
        "template": life_cycle_reading.template_of(standard, artefact),
    }
    return render_page(request, "standards/artefact.html", context | found)


@require_safe
@organisation_page("see_standards")
def template(request: OrganisationRequest, version_id: int, artefact: str) -> HttpResponse:
    """The template as a file, to be filled in with any editor."""
    standard = queries.standard_of(queries.version(request.organisation, version_id))
    life_cycle_reading.artefact_of(standard, artefact)
    response = HttpResponse(standard.templates[artefact], content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{artefact}.md"'
    return response


@require_safe
@organisation_page("see_standards")
def roles(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    rows = life_cycle_reading.competency_rows(context["standard"])
    return render_page(request, "standards/roles.html", context | {"competency_rows": rows})


@require_safe
@organisation_page("see_standards")
def rules(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    families = reading.families_of(context["standard"])
    return render_page(request, "standards/rules.html", context | {"families": families})


@require_safe
@organisation_page("see_standards")
def rule(request: OrganisationRequest, version_id: int, rule: str) -> HttpResponse:
    found = queries.version(request.organisation, version_id)
    standard = queries.standard_of(found)
    in_force = reading.rule_of(standard, rule)
    context = {"version": found, "rule": in_force, "guidance": reading.guidance_of(standard, rule)}
    context["lesson"] = queries.lesson_about(request.organisation, "rule", rule)
    return render_page(request, "standards/rule.html", context)


@require_safe
@organisation_page("see_standards")
def health(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    dimensions = reading.dimensions_of(context["standard"])
    return render_page(request, "standards/health.html", context | {"dimensions": dimensions})


@require_safe
@organisation_page("see_standards")
def tailoring(request: OrganisationRequest, version_id: int) -> HttpResponse:
    context = _about(request, version_id)
    found = {"freedoms": reading.freedoms_of(context["standard"]), "classes": reading.classes_of(context["standard"])}
    return render_page(request, "standards/tailoring.html", context | found)


@require_safe
@organisation_page("see_standards")
def intake(request: OrganisationRequest, version_id: int) -> HttpResponse:
    return render_page(request, "standards/intake.html", _about(request, version_id))


@require_safe
@organisation_page("see_standards")
def download(request: OrganisationRequest, version_id: int) -> HttpResponse:
    """The folder of the standard, to read, compare and change in an editor."""
    found = queries.version(request.organisation, version_id)
    response = HttpResponse(packed(found.name, found.files), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{found.name}-{found.version}.zip"'
    return response


def _about(request: OrganisationRequest, version_id: int) -> dict[str, Any]:
    """What the frame of every page about one version shows."""
    found = queries.version(request.organisation, version_id)
    return {
        "version": found,
        "standard": queries.standard_of(found),
        "in_force": queries.in_force(request.organisation),
        "lead": "",
    }
