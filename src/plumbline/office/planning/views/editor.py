"""The page of the editor. Without script it is a table of rows with a form for the one that is chosen."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.planning import actions, queries
from plumbline.office.planning.forms import (
    SETTINGS,
    AddForm,
    BeginForm,
    CalendarForm,
    FindForm,
    LinkForm,
    RowForm,
    SettingsForm,
)
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.queries import EditorPage
from plumbline.office.planning.requested import day_and_hour, shown_of
from plumbline.office.planning.views.access import asked_for, project_to_edit
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


@require_safe
@organisation_page("edit_plans")
def page(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, draft = asked_for(request, project_id)
    if draft is None or not draft.is_open:
        return _start(request, project, BeginForm(initial={"source": "current" if project.current_plan else "empty"}))
    return editor(request, draft)


@organisation_page("edit_plans")
def begin(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    given = request.POST.copy()
    if "from" in given:
        given["source"] = str(given["from"])
    form = BeginForm(given if request.method == "POST" else None)

    def do() -> PlanDraft:
        data = form.cleaned_data
        return actions.begin(project, by=request.user, empty=data["source"] == "empty", start=data["start"])

    if attempt(form, do):
        messages.success(request, "The draft is begun. Every edit is kept at once; nobody sees it before you publish.")
        return redirect("planning:editor", request.organisation.slug, project_id)
    return _start(request, project, form)


def editor(
    request: OrganisationRequest,
    draft: PlanDraft,
    refused: dict[str, Any] | None = None,
    conflict: dict[str, Any] | None = None,
) -> HttpResponse:
    """``refused`` and ``conflict``: why what was just sent is not done; what was typed stands in the form again."""
    draft.refresh_from_db(fields=["revision", "undo_top", "redo_top", "state"])
    given = request.POST if request.method == "POST" else request.GET
    query = {name: str(given[name]) for name in ("row", "page", "text", "show") if name in given}
    if "row" not in query and request.POST.getlist("rows"):
        query["row"] = request.POST.getlist("rows")[0]
    shown = queries.editor_page(draft, query)
    context = {
        "project": draft.project,
        "draft": draft,
        "tab": "edit",
        "shown": shown,
        "find": FindForm({"text": shown.text, "show": shown.show}),
        "refused": refused,
        "conflict": conflict,
        "asks": request.GET.get("ask", ""),
        "key": secrets.token_hex(8),
        "found": queries.findings_at(draft, shown.plan, shown.chosen["uid"]) if shown.chosen else [],
        **_forms(request, shown, refused),
    }
    return render_page(request, "planning/editor.html", context)


def _forms(request: OrganisationRequest, shown: EditorPage, refused: dict[str, Any] | None) -> dict[str, Any]:
    """Each with what was typed into it if it was sent and refused, the error at the field."""
    calendars = shown.head["calendars"]
    edit = request.POST.get("edit", "") if refused else ""

    def typed(name: str) -> Any:
        return request.POST if edit == name else None

    settings = {name: day_and_hour(shown.head[name] or "") for name in SETTINGS}
    forms: dict[str, Form] = {
        "settings": SettingsForm(calendars, typed("settings"), initial=settings),
        "calendar": CalendarForm(calendars, typed("calendar")),
        "add": AddForm(shown.chosen, typed("add")),
    }
    if shown.chosen is not None:
        initial = shown_of(shown.chosen, shown.successors)
        forms["row"] = RowForm(shown.chosen, calendars, typed("row"), initial=initial)
        others = (row for row in shown.rows.values() if row is not shown.chosen)
        forms["link"] = LinkForm(others, typed("link"))
    if refused and edit in forms:
        form = forms[edit]
        form.add_error(refused["field"] if refused["field"] in form.fields else None, refused["message"])
    return {"settings" if name == "settings" else f"{name}_form": form for name, form in forms.items()}


def _start(request: OrganisationRequest, project: Project, form: BeginForm) -> HttpResponse:
    held = queries.unshown(projects.schedule_of(project.current_plan)) if project.current_plan else []
    drafts = list(queries.drafts_of(project)[:20])
    context = {"project": project, "form": form, "tab": "edit", "drafts": drafts, "unshown": held}
    return render_page(request, "planning/start.html", context)
