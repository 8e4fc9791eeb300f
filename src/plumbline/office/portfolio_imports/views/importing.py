"""A file's way: handed in, mapped, checked, confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.foundation.tabular import UnreadableTable
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.portfolio_imports.actions import (
    CannotImport,
    cancel_import,
    confirm_import,
    receive_file,
    remove_map,
)
from plumbline.office.portfolio_imports.forms import UploadForm
from plumbline.office.portfolio_imports.mapping_page import MappingPage
from plumbline.office.portfolio_imports.originals import bytes_of
from plumbline.office.portfolio_imports.queries import imports as queries

EXTENSIONS = ("csv", "xlsx")


@organisation_page("import_portfolio")
def imports(request: OrganisationRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            found = receive_file(request.organisation, given.name, given.read(), by=request.user)
            return redirect("portfolio_imports:map", request.organisation.slug, found.pk)
        except UnreadableTable as refused:
            form.add_error("file", str(refused))
    context = {
        "form": form,
        "page": queries.imports_of(request.organisation, request.GET.get("page")),
        "maps": queries.maps_of(request.organisation),
    }
    return render_page(request, "portfolio_imports/list.html", context)


@organisation_page("import_portfolio")
def map_columns(request: OrganisationRequest, portfolio_import_id: int) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    page = MappingPage(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and (there := page.carry_out(request.user)):
        return redirect(there, request.organisation.slug, found.pk)
    return render_page(request, "portfolio_imports/map.html", page.context())


@require_safe
@organisation_page("import_portfolio")
def one_import(request: OrganisationRequest, portfolio_import_id: int) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    show = request.GET.get("show") or queries.first_to_show(found)
    context = {
        "found": found,
        "steps": queries.steps_of(found),
        "totals": queries.totals_of(found),
        "verdicts": queries.verdicts_of(found, show),
        "rows": queries.rows_of(found, show, request.GET.get("page")),
        "earlier": queries.earlier_import(found),
    }
    return render_page(request, "portfolio_imports/import.html", context, partial="progress")


@require_POST
@organisation_page("import_portfolio")
def confirm(request: OrganisationRequest, portfolio_import_id: int) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    try:
        confirm_import(found, by=request.user)
    except CannotImport as refused:
        messages.error(request, str(refused))
    return redirect("portfolio_imports:import", request.organisation.slug, found.pk)


@require_POST
@organisation_page("import_portfolio")
def cancel(request: OrganisationRequest, portfolio_import_id: int) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    try:
        cancel_import(found, by=request.user)
        messages.success(request, f"{found.filename} is cancelled. Nothing of it was imported.")
    except CannotImport as refused:
        messages.error(request, str(refused))
    return redirect("portfolio_imports:list", request.organisation.slug)


@require_safe
@organisation_page("import_portfolio")
def original(request: OrganisationRequest, portfolio_import_id: int) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    response = HttpResponse(bytes_of(found.file), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.filename)
    return response


@require_safe
@organisation_page("import_portfolio")
def report(request: OrganisationRequest, portfolio_import_id: int, extension: str) -> HttpResponse:
    found = queries.portfolio_import(request.organisation, portfolio_import_id)
    if extension not in EXTENSIONS:
        raise Http404
    return table_file(f"errors of {found.filename}", extension, queries.error_lines(found))


@require_POST
@organisation_page("import_portfolio")
def remove(request: OrganisationRequest, column_map_id: int) -> HttpResponse:
    kept = queries.column_map(request.organisation, column_map_id)
    remove_map(kept, by=request.user)
    messages.success(request, f"The map {kept.name} is removed. What was imported by it stays.")
    return redirect("portfolio_imports:list", request.organisation.slug)
