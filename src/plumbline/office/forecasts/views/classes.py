"""Reference classes of the office and their cases."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.forecasts import actions
from plumbline.office.forecasts.forms import CaseForm, ClassForm, ReasonForm, TableForm, TakeProjectForm
from plumbline.office.forecasts.models import ReferenceCase
from plumbline.office.forecasts.queries.class_page import case_lines, class_page, published_rows
from plumbline.office.forecasts.queries.classes import cases_of, reference_class
from plumbline.office.forecasts.queries.outside_page import counted_classes
from plumbline.office.forecasts.tables import CASE_COLUMNS, ReadRows, read_cases, read_or_refuse
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects.models import Project

EDIT = "edit_reference_classes"


@organisation_page("see_forecasts")
def classes(request: OrganisationRequest) -> HttpResponse:
    form = ClassForm(request.POST or None)
    if request.method == "POST":
        require(request, EDIT)
    if made := attempt(form, lambda: actions.make_class(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{made} is there. Add what became of its projects.")
        return redirect("forecasts:class", request.organisation.slug, made.pk)
    found = counted_classes(request.organisation)
    context = {"tab": "classes", "found": found, "published": published_rows(), "form": form}
    return render_page(request, "forecasts/classes.html", context | {"may_edit": may(request.membership, EDIT)})


@organisation_page("see_forecasts")
def one_class(request: OrganisationRequest, class_id: int) -> HttpResponse:
    found = reference_class(request.organisation, class_id)
    if request.method == "POST":
        require(request, EDIT)
    takes = request.POST.get("do") == "take"
    form = CaseForm(None if takes else request.POST or None)
    ended = Project.objects.filter(organisation=request.organisation, current_plan__isnull=False).order_by("code")
    take = TakeProjectForm(ended, request.POST if takes else None, prefix="take")
    put = partial(actions.put_case, found, by=request.user)
    if made := (
        attempt(take, lambda: actions.take_finished_project(found, take.cleaned_data["project"], by=request.user))
        if takes
        else attempt(form, lambda: put(**form.cleaned_data))
    ):
        messages.success(request, f"{made.name} counts now.")
        return redirect("forecasts:class", request.organisation.slug, found.pk)
    context = {"tab": "classes", "page": class_page(found), "form": form, "take": take}
    return render_page(request, "forecasts/class.html", context | {"may_edit": may(request.membership, EDIT)})


@require_safe
@organisation_page("see_forecasts")
def class_file(request: OrganisationRequest, class_id: int, extension: str) -> HttpResponse:
    found = reference_class(request.organisation, class_id)
    return table_file(f"Reference class {found.name}", extension, case_lines(cases_of(found)))


@organisation_page(EDIT)
def upload_cases(request: OrganisationRequest, class_id: int) -> HttpResponse:
    found = reference_class(request.organisation, class_id)
    form = TableForm(request.POST or None, request.FILES or None)
    read = ReadRows()
    if form.is_valid():
        content = form.cleaned_data["table"].read()
        read, refusal = read_or_refuse(partial(read_cases, content))
        if refusal:
            form.add_error("table", refusal)
        elif not read.problems:
            new = attempt(form, lambda: [actions.put_cases(found, by=request.user, rows=read.rows)])
            if new:
                messages.success(request, f"{new[0]} of {len(read.rows)} cases are new or changed.")
                return redirect("forecasts:class", request.organisation.slug, found.pk)
    context = {"tab": "classes", "found": found, "form": form, "problems": read.problems[:200], "columns": CASE_COLUMNS}
    return render_page(request, "forecasts/upload_cases.html", context)


@organisation_page(EDIT)
def remove_case(request: OrganisationRequest, class_id: int, case_id: int) -> HttpResponse:
    found = reference_class(request.organisation, class_id)
    case = ReferenceCase.objects.filter(reference_class=found, pk=case_id).first()
    if case is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    back = reverse("forecasts:class", args=[request.organisation.slug, found.pk])
    if attempt(form, lambda: actions.remove_case(found, by=request.user, name=case.name, **form.cleaned_data)):
        messages.success(request, f"{case.name} does not count any more.")
        return redirect(back)
    context = {"tab": "classes", "found": found, "case": case, "form": form, "back": back}
    return render_page(request, "forecasts/remove_case.html", context)
