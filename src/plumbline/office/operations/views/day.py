"""What is due today."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.operations.day import Day, day_of, lines_to_export
from plumbline.office.operations.due_kinds import due_kinds, name_of
from plumbline.office.operations.forms import DayForm
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today


@require_safe
@organisation_page("see_operations")
def day(request: OrganisationRequest) -> HttpResponse:
    context = {"day": _asked_for(request), "form": DayForm(request.GET or None), "only": request.GET.get("kind", "")}
    return render_page(request, "operations/day.html", context)


@require_safe
@organisation_page("see_operations")
def day_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    name = f"due-{today(request.organisation)}"
    return table_file(name, extension, lines_to_export(_asked_for(request)))


def _asked_for(request: OrganisationRequest) -> Day:
    only = request.GET.get("kind", "")
    if only and only not in map(name_of, due_kinds()):
        raise Http404
    person = request.user if request.GET.get("whose") == "mine" else None
    return day_of(request.organisation, today(request.organisation), only=only, person=person)
