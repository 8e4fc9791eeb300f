"""Writing a report: saved as one goes, looked at as it will be, published."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.status import actions, queries
from plumbline.office.status.actions import Seen
from plumbline.office.status.actions.drafts import copy_of
from plumbline.office.status.forms import ReportForm
from plumbline.office.status.models import ReportLine, StatusDraft
from plumbline.office.status.queries.facts import Facts
from plumbline.office.status.reach import require_writing


@organisation_page("see_status")
def write(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """``?line=`` for a report line. Without script every button saves what is there first."""
    project, line = _about(request, project_id)
    if request.POST.get("do") == "unchanged":
        return redirect(_unchanged(request, project, line))
    facts = _facts(project, line)
    form = _form(project, line, facts, request)
    deed = request.POST.get("do", "")
    if deed == "autosave":
        return _autosaved(request, project, line, form)
    if deed in _DEEDS and (path := attempt(form, lambda: _DEEDS[deed](request, project, line, form))):
        return redirect(path)
    return _write_page(request, project, line, form, facts)


@organisation_page("see_status")
def preview(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """The report as it will be, from the draft as it is saved; published from here."""
    project, line = _about(request, project_id)
    draft = queries.draft_of(project, line)
    if draft is None:
        return redirect(_path("status:write", project, line))
    missing = queries.what_is_missing(draft)
    if request.method == "POST" and "publish" in request.POST and not missing:
        return redirect(_published(request, draft))
    context = {
        "project": project,
        "tab": "status",
        "line": line,
        "shown": queries.shown_draft(draft, request.user),
        "missing": missing,
        "write": _path("status:write", project, line),
    }
    return render_page(request, "status/preview.html", context)


@organisation_page("see_status")
def discard(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project, line = _about(request, project_id)
    draft = queries.draft_of(project, line)
    if draft is None:
        raise Http404
    if request.method == "POST":
        actions.discard_draft(draft, by=request.user)
        messages.success(request, "The draft is discarded.")
        return redirect("status:list", request.organisation.slug, project.pk)
    context = {"project": project, "draft": draft, "back": _path("status:write", project, line)}
    return render_page(request, "status/discard.html", context)


def _about(request: OrganisationRequest, project_id: int) -> tuple[Project, ReportLine | None]:
    project = projects.project(request.organisation, project_id)
    line = queries.line_of(project, request.GET.get("line", ""))
    require_writing(request.membership, project, line)
    return project, line


def _facts(project: Project, line: ReportLine | None) -> Facts:
    titles = queries.titles_of(standard_for(project))
    return queries.facts_since(project, queries.last_report(project, line), list(titles))


def _form(project: Project, line: ReportLine | None, facts: Facts, request: OrganisationRequest) -> ReportForm:
    """What was sent, else the draft, else a copy of the last report."""
    evidence = {each.dimension: each.status for each in facts.now.dimensions}
    titles = queries.titles_of(standard_for(project))
    if request.POST.get("do"):
        return ReportForm(titles, evidence, request.POST)
    return ReportForm(titles, evidence, initial=_begun(project, line))


def _begun(project: Project, line: ReportLine | None) -> dict[str, object]:
    draft, last = queries.draft_of(project, line), queries.last_report(project, line)
    seen = Seen.of(draft, last, secrets.token_hex(8))
    begun = draft or StatusDraft(**copy_of(project, line, last))
    marks = {"seen_report": seen.report, "seen_draft": seen.draft, "page": seen.page}
    return ReportForm.begun_from(begun) | marks


def _write_page(
    request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm, facts: Facts
) -> HttpResponse:
    """Whoever wrote on from what is not the last any more sees what was saved meanwhile, and decides."""
    draft, last = queries.draft_of(project, line), queries.last_report(project, line)
    theirs = form.what_differs(draft, Seen.of(draft, last)) if form.is_bound and _is_overtaken(form) else []
    before = {each.dimension: each for each in last.dimensions.all()} if last else {}
    context = {
        "project": project,
        "tab": "status",
        "line": line,
        "form": form,
        "draft": draft,
        "last": last,
        "facts": facts,
        "theirs": theirs,
        "rows": [(each, before.get(each.name), facts.by_dimension[each.name]) for each in form.dimensions()],
        "path": _path("status:write", project, line),
        "discard": _path("status:discard", project, line),
    }
    return render_page(request, "status/write.html", context)


def _is_overtaken(form: ReportForm) -> bool:
    return form.has_error(NON_FIELD_ERRORS, actions.WrittenMeanwhile.CODE)


def _autosaved(
    request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm
) -> HttpResponse:
    """What is faulty is named and left as it was; the rest is saved."""
    form.is_valid()
    context: dict[str, object] = {"form": form, "faulty": [form[each].label for each in form.errors]}
    try:
        draft = actions.save_draft(project, line, by=request.user, given=form.given(), seen=_seen(form))
        context |= {"draft": draft, "seen_draft": Seen.of(draft, None).draft}
    except ValidationError as refused:
        context |= {"refused": " ".join(refused.messages), "seen_draft": form.data.get("seen_draft", "")[:40]}
    return render_page(request, "status/parts/saved.html", context)


def _seen(form: ReportForm) -> Seen:
    clean = form.cleaned_data
    return Seen(clean.get("seen_report") or 0, clean.get("seen_draft", ""), clean.get("page", ""))


def _saved(request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm) -> StatusDraft:
    draft = actions.save_draft(project, line, by=request.user, given=form.given(), seen=_seen(form))
    form.go_on_from(Seen.of(draft, queries.last_report(project, line)))
    return draft


def _unchanged(request: OrganisationRequest, project: Project, line: ReportLine | None) -> str:
    """A copy of the last report to look at; a draft that was begun already stays as it is."""
    if queries.draft_of(project, line) is None:
        seen = Seen.of(None, queries.last_report(project, line))
        actions.save_draft(project, line, by=request.user, given={}, seen=seen)
    return _path("status:preview", project, line)


def _save(request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm) -> str:
    _saved(request, project, line, form)
    messages.success(request, "The draft is saved. Nobody else is told of it before you publish.")
    return _path("status:write", project, line)


def _preview(request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm) -> str:
    _saved(request, project, line, form)
    return _path("status:preview", project, line)


def _publish(request: OrganisationRequest, project: Project, line: ReportLine | None, form: ReportForm) -> str:
    """What is saved stays saved if it cannot be published yet; then this page goes on from there."""
    return _published(request, _saved(request, project, line, form))


def _published(request: OrganisationRequest, draft: StatusDraft) -> str:
    report = actions.publish_draft(draft, by=request.user)
    messages.success(request, "The report is published, with the evidence of this moment. It never changes.")
    return reverse("status:report", args=[request.organisation.slug, draft.project_id, report.pk])


def _path(route: str, project: Project, line: ReportLine | None) -> str:
    path = reverse(route, args=[project.organisation.slug, project.pk])
    return f"{path}?line={line.pk}" if line else path


_DEEDS = {"save": _save, "preview": _preview, "publish": _publish}
