"""Entries from a file: handed in, its columns told apart, looked at row by row, added."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.registers import actions
from plumbline.office.registers.forms.import_forms import MeaningsForm, TableForm
from plumbline.office.registers.importing.reading import preview, table_of
from plumbline.office.registers.kinds import kind_of, kind_or_404
from plumbline.office.registers.models import EntryTable

MOST_ROWS_SHOWN, MOST_PROBLEMS_SHOWN = 20, 200


@organisation_page("raise_entries")
def upload(request: OrganisationRequest, project_id: int, kind: str) -> HttpResponse:
    project, of_kind = projects.project(request.organisation, project_id), kind_or_404(kind)
    form = TableForm(request.POST or None, request.FILES or None)

    def keep() -> EntryTable:
        table = form.cleaned_data["table"]
        return actions.keep_table(project, of_kind, by=request.user, name=table.name, content=table.read())

    if kept := attempt(form, keep):
        return redirect("registers:imported", request.organisation.slug, project.pk, kept.pk)
    context = {"project": project, "tab": "registers", "kind": of_kind, "form": form}
    return render_page(request, "registers/import.html", context)


@organisation_page("raise_entries")
def imported(request: OrganisationRequest, project_id: int, table_id: int) -> HttpResponse:
    kept = _kept(request, project_id, table_id)
    if kept.done_at is not None:
        return redirect("registers:list", request.organisation.slug, project_id, kept.kind)
    headings, kind = table_of(kept).columns, kind_of(kept.kind)
    form = MeaningsForm(kind, headings, request.POST or None, initial=kept.meanings)
    if request.method == "POST" and attempt(form, lambda: _taken(request, kept, form)):
        return redirect("registers:imported", request.organisation.slug, project_id, kept.pk)
    found = preview(kept)
    context = {
        "project": kept.project,
        "tab": "registers",
        "kind": kind,
        "kept": kept,
        "form": form,
        "preview": found,
        "problems": found.problems[:MOST_PROBLEMS_SHOWN],
        "rows": found.new[:MOST_ROWS_SHOWN],
    }
    return render_page(request, "registers/imported.html", context)


def _taken(request: OrganisationRequest, kept: EntryTable, form: MeaningsForm) -> bool:
    """The columns first, which may have been changed along with the last step."""
    go = request.POST.get("go", "")
    if go == "columns":
        actions.tell_meanings(kept, by=request.user, meanings=form.cleaned_data)
    elif go in ("good", "all"):
        added = actions.import_table(kept, by=request.user, all_or_none=go == "all")
        messages.success(request, "1 entry is added." if added == 1 else f"{added} entries are added.")
    else:
        raise ValidationError("Choose whether to look again or to add the rows.")
    return True


def _kept(request: OrganisationRequest, project_id: int, table_id: int) -> EntryTable:
    found = EntryTable.objects.filter(organisation=request.organisation, project_id=project_id, pk=table_id)
    kept = found.select_related(
        "organisation", "project__organisation", "project__portfolio", "project__programme"
    ).first()
    if kept is None:
        raise Http404
    return kept
