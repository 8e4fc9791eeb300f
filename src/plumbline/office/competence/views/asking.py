"""What is asked: the framework of competencies, and the levels that the organisation sets."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.engine.standard import Standard
from plumbline.office.competence import actions, queries
from plumbline.office.competence.forms import FrameworkForm, RequiredForm
from plumbline.office.competence.models import RequiredLevels
from plumbline.office.competence.queries.requirements import CLASSES, Requirements
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_safe
@organisation_page("say_own_competence")
def framework(request: OrganisationRequest) -> HttpResponse:
    here = request.organisation
    standard = queries.standard_in_force(here)
    roles = queries.requirements_in(here, standard) if standard else {}
    areas = {name: each.title for name, each in standard.areas.items()} if standard else {}
    form = FrameworkForm(areas, {name: each.title for name, each in roles.items()}, request.GET or None)
    said = form.cleaned_data if form.is_valid() else {}
    found = queries.framework(here, said.get("q", ""), said.get("area", ""), said.get("role", ""))
    context = {"tab": "competence", "found": found, "form": form, "classes": CLASSES, "standard": standard}
    return render_page(request, "competence/framework.html", context)


@organisation_page("set_required_levels")
def required(request: OrganisationRequest) -> HttpResponse:
    here = request.organisation
    standard = queries.standard_in_force(here)
    roles = queries.requirements_in(here, standard) if standard else {}
    if standard is None or not roles:
        return render_page(request, "competence/required.html", {"tab": "competence"})
    asked = roles.get(
        request.GET.get("role", ""), roles.get(queries.leading_role(standard), next(iter(roles.values())))
    )
    deed = request.POST.get("do", "")
    form = RequiredForm(_titles(standard), asked, request.POST if deed == "keep" else None)
    if deed in ("standard", "undo") and _taken_back(request, asked, deed):
        return _again(request, asked)
    if attempt(form, lambda: actions.require_levels(here, asked.role, form.levels, by=request.user) or True):
        messages.success(request, "Gaps, coverage and what class of project people may lead follow these levels now.")
        return _again(request, asked)
    context = {"tab": "competence", "asked": asked, "roles": roles, "form": form, "classes": CLASSES}
    context |= {"is_own": any(asked.is_own(name) for name in standard.competencies)}
    context |= {"rows": _rows(standard, asked, form), "changes": queries.changes_of(here, standard, asked.role)}
    return render_page(request, "competence/required.html", context)


def _taken_back(request: OrganisationRequest, asked: Requirements, deed: str) -> bool:
    here, by = request.organisation, request.user
    if deed == "standard":
        return tried(
            request, lambda: actions.ask_what_the_standard_asks(here, asked.role, by=by), "The standard's levels count."
        )
    number = request.POST.get("of", "")
    rows = RequiredLevels.objects.filter(organisation=here, role=asked.role).select_related("organisation")
    last = rows.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
    if last is None:
        raise Http404
    return tried(request, lambda: actions.undo_levels(last, by=by), "What was asked before is asked again.")


def _again(request: OrganisationRequest, asked: Requirements) -> HttpResponse:
    return redirect(f"{reverse('competence:required', args=[request.organisation.slug])}?role={asked.role}")


def _titles(standard: Standard) -> dict[str, str]:
    return {name: each.title for name, each in standard.competencies.items()}


def _rows(standard: Standard, asked: Requirements, form: RequiredForm) -> list[dict[str, object]]:
    return [
        {
            "about": each, "usual": asked.usual_of(name), "is_own": asked.is_own(name),
            "fields": list(zip(CLASSES, form.fields_of(name), strict=True)),
        }
        for name, each in standard.competencies.items()
    ]  # fmt: skip
