"""One entry: read, changed, and what can be done about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import people_with
from plumbline.office.registers import actions, queries
from plumbline.office.registers.deeds import deed_named, deeds_for
from plumbline.office.registers.forms.deed_forms import DeedForm
from plumbline.office.registers.forms.entry_form import EntryForm
from plumbline.office.registers.models import Entry

MOST_NAMES = 300


@require_safe
@organisation_page("see_registers")
def one(request: OrganisationRequest, project_id: int, entry_id: int) -> HttpResponse:
    return _shown(request, queries.entry(request.organisation, project_id, entry_id))


@organisation_page("raise_entries")
def edit(request: OrganisationRequest, project_id: int, entry_id: int) -> HttpResponse:
    entry = queries.entry(request.organisation, project_id, entry_id)
    require(request, "edit_entry", entry)
    kind = queries.entry_page(entry).kind
    form = EntryForm(kind, entry.project, request.POST or None, entry=entry)
    meanwhile: list[tuple[str, str]] = []
    try:
        done = attempt(form, lambda: _edited(request, entry, form))
    except actions.ChangedMeanwhile as conflict:
        done, meanwhile = None, _differences(form, conflict.current)
        form.data = {**form.data.dict(), "seen": str(conflict.current.version)}  # type: ignore[attr-defined]
    if done:
        return redirect("registers:entry", request.organisation.slug, entry.project_id, entry.pk)
    context = {"entry": entry, "kind": kind, "form": form, "meanwhile": meanwhile}
    return render_page(request, "registers/edit.html", {**context, "project": entry.project, "tab": "registers"})


@require_POST
@organisation_page("raise_entries")
def do(request: OrganisationRequest, project_id: int, entry_id: int, deed: str) -> HttpResponse:
    entry, chosen = queries.entry(request.organisation, project_id, entry_id), deed_named(deed)
    require(request, chosen.permission, entry)
    form = chosen.form(entry, request.POST, prefix=chosen.name)
    if not chosen.applies(entry):
        messages.error(request, f"{entry.reference} is not in a state for this any more. Look at its history below.")
    elif attempt(form, lambda: (chosen.do(entry, request.user, form), True)):
        messages.success(request, chosen.done.format(it=entry.reference))
    else:
        return _shown(request, entry, form)
    return redirect("registers:entry", request.organisation.slug, project_id, entry.pk)


def _shown(request: OrganisationRequest, entry: Entry, sent: DeedForm | None = None) -> HttpResponse:
    offered = deeds_for(request.membership, entry)
    forms = [
        (each, sent if sent and sent.prefix == each.name else each.form(entry, prefix=each.name)) for each in offered
    ]
    names = people_with(request.organisation, "see_registers").values_list("name", flat=True)[:MOST_NAMES]
    context: dict[str, Any] = {
        "project": entry.project,
        "tab": "registers",
        "entry": entry,
        "page": queries.entry_page(entry),
        "deeds": forms,
        "names": names,
        "may_edit": entry.is_open and not entry.project.archived_at and may(request.membership, "edit_entry", entry),
    }
    return render_page(request, "registers/entry.html", context)


def _edited(request: OrganisationRequest, entry: Entry, form: EntryForm) -> bool:
    given = dict(form.cleaned_data)
    changed = actions.edit_entry(entry, by=request.user, seen=given.pop("seen"), **given)
    messages.success(request, f"{entry.reference} is changed." if changed else "Nothing differs, so nothing changed.")
    return True


def _differences(form: EntryForm, current: Entry) -> list[tuple[str, str]]:
    """What others wrote meanwhile, field by field, where it is not what one is about to save."""
    found = []
    for name, field in form.fields.items():
        if name != "seen" and form.cleaned_data.get(name) != (value := getattr(current, name)):
            shown = form.kind.words_for(value) if name == "state" else "" if value is None else str(value)
            found.append((str(field.label or name.capitalize()), shown))
    return found
