"""One kind of entry over all projects, and the lessons learned."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.foundation.way_back import led_back
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.registers import actions, queries
from plumbline.office.registers.forms.deed_forms import LessonUseForm
from plumbline.office.registers.forms.list_forms import FiltersForm
from plumbline.office.registers.kinds import kind_of, kind_or_404, kinds
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.registers.queries.lessons import lesson_learned
from plumbline.office.registers.views.lists import MOST_EXPORTED, PAGE_LENGTH


@require_safe
@organisation_page("see_registers")
def everywhere(request: OrganisationRequest, kind: str) -> HttpResponse:
    of_kind, filters = kind_or_404(kind), queries.Filters.read(request.GET)
    found = queries.entries_for(request.membership, of_kind, filters)
    running = Entry.objects.filter(organisation=request.organisation, kind=Kind.RISK, project__archived_at=None)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "kind": of_kind,
        "kinds": kinds().values(),
        "filters": filters,
        "filters_form": FiltersForm(of_kind, request.organisation, {"show": "open", **request.GET.dict()}),
        "page": page,
        "rows": queries.rows(page, of_kind, today(request.organisation)),
        "matrix": queries.matrix(running) if of_kind.kind == Kind.RISK else None,
    }
    return render_page(request, "registers/all.html", context)


@require_safe
@organisation_page("see_registers")
def everywhere_file(request: OrganisationRequest, kind: str, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    of_kind = kind_or_404(kind)
    found = queries.entries_for(request.membership, of_kind, queries.Filters.read(request.GET))
    lines = queries.export_lines(of_kind, found[:MOST_EXPORTED], with_project=True)
    return table_file(of_kind.plural.lower(), extension, lines, frozen_columns=3)


@require_safe
@organisation_page("see_registers")
def lessons(request: OrganisationRequest) -> HttpResponse:
    words = request.GET.get("q", "")[: queries.LONGEST_SEARCH].strip()
    outdated = bool(request.GET.get("outdated"))
    found = queries.found_lessons(request.organisation, words, outdated=outdated)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"page": page, "q": words, "outdated": outdated, "kinds": kinds().values(), "kind": kind_of(Kind.LESSON)}
    return render_page(request, "registers/lessons.html", context)


@require_POST
@organisation_page("raise_entries")
def use_lesson(request: OrganisationRequest, entry_id: int) -> HttpResponse:
    lesson, form = lesson_learned(request.organisation, entry_id), LessonUseForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError("Say whether the lesson is applied, and write at most 1,000 characters.")
        given = dict(form.cleaned_data)
        number = given.pop("project")
        project = projects.project(request.organisation, number) if number else None
        actions.use_lesson(lesson, by=request.user, project=project, **given)
        messages.success(request, f"The answer on {lesson.reference} is kept.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return led_back(request, reverse("registers:lessons", args=[request.organisation.slug]))
