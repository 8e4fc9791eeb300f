"""What has started and what has ended: the work of a project, and one item with its states."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.work_items import actions, exports, queries
from plumbline.office.work_items.forms import FilterForm, TieForm
from plumbline.office.work_items.models import WorkItem

ROWS = 50


@require_safe
@organisation_page("see_work_items")
def project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    page = queries.work_of(found)
    items = queries.ItemFilters.from_address(request.GET.dict()).of(queries.items_of(found))
    context = {
        "project": found,
        "tab": "work items",
        "page": page,
        "form": FilterForm([each.deliverable for each in page.works if each.deliverable], request.GET or None),
        "items": Paginator(items, ROWS).get_page(request.GET.get("page")),
        "connectors": list(queries.connectors(found)),
        "edits": may(request.membership, "edit_project", found),
    }
    return render_page(request, "work_items/project.html", context)


@require_safe
@organisation_page("see_work_items")
def items_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    """As the filters in the address say."""
    found = projects.project(request.organisation, project_id)
    items = queries.ItemFilters.from_address(request.GET.dict()).of(queries.items_of(found))
    return table_file(f"{found.code} work items", extension, exports.item_lines(request.organisation, items))


@require_safe
@organisation_page("see_work_items")
def works_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    return table_file(f"{found.code} work", extension, exports.work_lines(queries.work_of(found)))


@organisation_page("see_work_items")
def item(request: OrganisationRequest, project_id: int, work_item_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    one = queries.item(found, work_item_id)
    if request.method == "POST":
        require(request, "edit_project", found)
    initial = {"deliverable": one.deliverable_id, "deed": "tie"}
    form = TieForm(found, request.POST if request.method == "POST" else None, initial=initial)
    if attempt(form, lambda: _tie(request, form, one)):
        messages.success(request, f"{one.key} belongs to {one.deliverable or 'no deliverable'}.")
        return redirect("work_items:item", request.organisation.slug, found.pk, one.pk)
    context = {"project": found, "tab": "work items", "item": one, "states": one.states.all(), "form": form,
               "edits": may(request.membership, "edit_project", found)}  # fmt: skip
    return render_page(request, "work_items/item.html", context)


def _tie(request: OrganisationRequest, form: TieForm, one: WorkItem) -> bool:
    by_hand = form.cleaned_data["deed"] == "tie"
    actions.tie(one, by=request.user, deliverable=form.cleaned_data["deliverable"], by_hand=by_hand)
    return True
