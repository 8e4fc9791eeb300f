"""Tables of costs: handed in, their columns named, looked at row by row, taken up."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.earned_value import actions, queries
from plumbline.office.earned_value.forms import MapForm, TableForm, TakeBaselineForm
from plumbline.office.earned_value.importing import FIELDS, preview, table_from, unmapped
from plumbline.office.earned_value.models import CostTable, TableKind
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.handed_in import TakeForm, shown_of
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects


@organisation_page("see_value")
def upload(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_value", project)
    form = TableForm(request.POST or None, request.FILES or None, initial={"kind": request.GET.get("kind", "")})

    def keep() -> CostTable:
        table, kind = form.cleaned_data["table"], form.cleaned_data["kind"]
        return actions.keep_table(project, by=request.user, kind=kind, name=table.name, content=table.read())

    if kept := attempt(form, keep):
        return redirect("earned_value:uploaded", request.organisation.slug, kept.pk)
    kinds = [(TableKind(kind).label, fields) for kind, fields in FIELDS.items()]
    context = {"project": project, "tab": "value", "form": form, "kinds": kinds, "back": _back(request, project.pk)}
    return render_page(request, "earned_value/upload.html", context)


@organisation_page("see_value")
@require_POST
def columns(request: OrganisationRequest, table_id: int) -> HttpResponse:
    kept = queries.table_in(request.organisation, table_id)
    require(request, "edit_value", kept.project)
    if kept.done_at is not None:
        return redirect(_back(request, kept.project_id))
    form = MapForm(kept, table_from(bytes(kept.content)).columns, request.POST)
    if attempt(form, lambda: actions.map_table(kept, by=request.user, columns=form.cleaned_data)):
        return redirect("earned_value:uploaded", request.organisation.slug, kept.pk)
    return _look(request, kept, _take_form(request, kept, bound=False), form)


@organisation_page("see_value")
def uploaded(request: OrganisationRequest, table_id: int) -> HttpResponse:
    kept = queries.table_in(request.organisation, table_id)
    require(request, "edit_value", kept.project)
    if kept.done_at is not None:
        return redirect(_back(request, kept.project_id))
    form = _take_form(request, kept, bound=True)

    def take() -> bool:
        given = dict(form.cleaned_data)
        every = given.pop("go") == "all"
        added = actions.take_up_table(kept, by=request.user, all_or_none=every, **given)
        messages.success(request, "1 row is taken up." if added == 1 else f"{added:,} rows are taken up.")
        return True

    if attempt(form, take):
        return redirect(_back(request, kept.project_id))
    return _look(request, kept, form, MapForm(kept, table_from(bytes(kept.content)).columns))


def _take_form(request: OrganisationRequest, kept: CostTable, *, bound: bool) -> TakeForm:
    data = (request.POST or None) if bound else None
    if kept.kind == TableKind.BASELINE:
        return TakeBaselineForm(data, initial={"currency": request.organisation.currency})
    return TakeForm(data)


def _look(request: OrganisationRequest, kept: CostTable, form: TakeForm, mapping: MapForm) -> HttpResponse:
    context: dict[str, Any] = {"project": kept.project, "tab": "value", "kept": kept, "form": form, "map": mapping}
    context |= shown_of(preview(kept))
    context |= {"unmapped": unmapped(kept), "is_baseline": kept.kind == TableKind.BASELINE}
    context |= {"back": _back(request, kept.project_id)}
    return render_page(request, "earned_value/uploaded.html", context)


def _back(request: OrganisationRequest, project_id: int) -> str:
    return reverse("earned_value:project", args=[request.organisation.slug, project_id])
