"""The registers of one project: all of them, one of them, a line more, many changed at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.foundation.whole_numbers import whole_numbers_in
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.registers import actions, queries
from plumbline.office.registers.actions.bulk import MOST_AT_ONCE
from plumbline.office.registers.forms.entry_form import EntryForm
from plumbline.office.registers.forms.list_forms import BulkForm, FiltersForm
from plumbline.office.registers.kinds import RegisterKind, kind_or_404
from plumbline.office.registers.models import Entry, Kind

PAGE_LENGTH = 50
MOST_EXPORTED = 20_000
LAST_LINE = "last_line_of_a_register"
_KEPT_FOR_THE_NEXT = ("owner", "decider", "due_on", "other_project", "category")


@require_safe
@organisation_page("see_registers")
def project_registers(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {"project": project, "tab": "registers", "overview": queries.overview(project)}
    return render_page(request, "registers/project.html", context)


@require_safe
@organisation_page("see_registers")
def register_list(request: OrganisationRequest, project_id: int, kind: str) -> HttpResponse:
    project, of_kind = projects.project(request.organisation, project_id), kind_or_404(kind)
    last = request.session.pop(LAST_LINE, None) or {}
    form = EntryForm(of_kind, project, fast=True, prefix="new", initial=last)
    if last:
        form.fields["title"].widget.attrs["autofocus"] = True
    return _shown(request, project, of_kind, form)


@require_POST
@organisation_page("raise_entries")
def add(request: OrganisationRequest, project_id: int, kind: str) -> HttpResponse:
    """Leads back to the list, where the line is ready for the next one, with owner and day as they were."""
    project, of_kind = projects.project(request.organisation, project_id), kind_or_404(kind)
    form = EntryForm(of_kind, project, request.POST, fast=True, prefix="new")
    done = attempt(form, lambda: actions.add_entry(project, of_kind.kind, by=request.user, **form.cleaned_data))
    if done is None:
        return _shown(request, project, of_kind, form)
    messages.success(request, f"{done.reference} is added.")
    kept = {name: form.data.get(f"new-{name}", "") for name in _KEPT_FOR_THE_NEXT}
    request.session[LAST_LINE] = {"title": "", **kept}
    return redirect(_list_of(request, project, of_kind))


@require_POST
@organisation_page("raise_entries")
def change_many(request: OrganisationRequest, project_id: int, kind: str) -> HttpResponse:
    project, of_kind = projects.project(request.organisation, project_id), kind_or_404(kind)
    form = BulkForm(of_kind, request.organisation, request.POST)
    chosen = whole_numbers_in(request.POST.getlist("entry")[: MOST_AT_ONCE + 1])
    entries = list(_of(project, of_kind).filter(pk__in=chosen))
    try:
        if not form.is_valid():
            raise ValidationError([error for errors in form.errors.values() for error in errors])
        _refuse_what_is_not_theirs(request, entries)
        count = actions.change_entries(project, entries, by=request.user, **form.cleaned_data)
        messages.success(request, f"{count} of {len(entries)} chosen entries changed.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    query = request.GET.urlencode()
    return redirect(f"{_list_of(request, project, of_kind)}{f'?{query}' if query else ''}")


@require_safe
@organisation_page("see_registers")
def list_file(request: OrganisationRequest, project_id: int, kind: str, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    project, of_kind = projects.project(request.organisation, project_id), kind_or_404(kind)
    found = queries.entries_for(request.membership, of_kind, queries.Filters.read(request.GET), project)
    lines = queries.export_lines(of_kind, found.filter(project=project)[:MOST_EXPORTED], with_project=False)
    return table_file(f"{project.code} {of_kind.plural.lower()}", extension, lines, frozen_columns=2)


def _shown(request: OrganisationRequest, project: Project, kind: RegisterKind, form: EntryForm) -> HttpResponse:
    filters = queries.Filters.read(request.GET)
    found = queries.entries_for(request.membership, kind, filters, project)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    is_open = project.archived_at is None
    context: dict[str, Any] = {
        "project": project,
        "tab": "registers",
        "kind": kind,
        "filters": filters,
        "filters_form": FiltersForm(kind, request.organisation, {"show": "open", **request.GET.dict()}),
        "page": page,
        "rows": queries.rows(page, kind, today(request.organisation)),
        "form": form if is_open and may(request.membership, "raise_entries") else None,
        "fast": [form["title"], *(form[each.name] for each in kind.fast)],
        "bulk": BulkForm(kind, request.organisation) if is_open and _changes_some(request, page) else None,
        "matrix": queries.matrix(_of(project, kind)) if kind.kind == Kind.RISK else None,
    }
    return render_page(request, "registers/list.html", context)


def _changes_some(request: OrganisationRequest, page: Any) -> bool:
    return any(may(request.membership, "edit_entry", each) for each in page)


def _of(project: Project, kind: RegisterKind) -> Any:
    return Entry.objects.filter(project=project, kind=kind.kind).select_related("project")


def _refuse_what_is_not_theirs(request: OrganisationRequest, entries: list[Entry]) -> None:
    """403 only where none is theirs, since then they came by no page of ours."""
    foreign = [each.reference for each in entries if not may(request.membership, "edit_entry", each)]
    if foreign and len(foreign) == len(entries):
        raise PermissionDenied("Your role here does not allow this: change entries of others.")
    if foreign:
        raise ValidationError(f"{', '.join(foreign)} you may not change. Nothing was changed; choose without them.")
    if not entries or len(entries) > MOST_AT_ONCE:
        raise ValidationError(f"Choose at least one entry, and at most {MOST_AT_ONCE}.")


def _list_of(request: OrganisationRequest, project: Project, kind: RegisterKind) -> str:
    return reverse("registers:list", args=[request.organisation.slug, project.pk, kind.name])
