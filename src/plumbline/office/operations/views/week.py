"""The week of the office's staff."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.operations import actions
from plumbline.office.operations.forms import WorkForm, said_of
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.offers import thing_of
from plumbline.office.operations.week import iso, monday_of, planned_week, staff_of, work_in
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_with, today

FOR_OTHERS = "plan_week_of_others"


@require_http_methods(["GET", "POST"])
@organisation_page("plan_week")
def week(request: OrganisationRequest) -> HttpResponse:
    """``?week=2026-W10``; a POST adds a piece of work to it."""
    organisation = request.organisation
    monday = monday_of(request.GET.get("week", ""), today(organisation))
    for_others = may(request.membership, FOR_OTHERS)
    people = people_with(organisation, "plan_week").order_by("name", "pk") if for_others else None
    sent = request.POST if request.method == "POST" else None
    form = WorkForm(monday, people, sent, initial={"person": request.user})
    if attempt(form, lambda: _planned(request, form, monday)):
        return _to_week(request, monday, "added=1")
    context = {
        "week": planned_week(organisation, monday, today(organisation), request.user),
        "this_week": iso(monday_of("", today(organisation))),
        "form": form,
        "for_others": for_others,
        "was_added": "added" in request.GET,
        "tab": "week",
    }
    return render_page(request, "operations/week.html", context)


@organisation_page("plan_week")
def work(request: OrganisationRequest, planned_work_id: int) -> HttpResponse:
    found = _own(request, planned_work_id)
    form = WorkForm(found.monday, None, request.POST or None, initial=said_of(found))
    if attempt(form, lambda: actions.change_work(found, form.plan(), by=request.user)):
        messages.success(request, f"“{form.cleaned_data['title']}” is changed.")
        return _to_week(request, found.monday)
    context = {"work": found, "form": form, "back": _week_page(request, found.monday), "tab": "week"}
    return render_page(request, "operations/work.html", context)


@organisation_page("plan_week")
@require_POST
def done(request: OrganisationRequest, planned_work_id: int) -> HttpResponse:
    found = _own(request, planned_work_id)
    if request.POST.get("done") in ("yes", "no"):
        actions.say_done(found, request.POST["done"] == "yes", by=request.user)
    return _to_week(request, found.monday, anchor=f"work-{found.pk}")


@organisation_page("plan_week")
def remove(request: OrganisationRequest, planned_work_id: int) -> HttpResponse:
    found = _own(request, planned_work_id)
    if request.method != "POST":
        context = {"work": found, "back": _week_page(request, found.monday)}
        return render_page(request, "operations/remove_work.html", context)
    actions.remove_work(found, by=request.user)
    messages.success(request, f"“{found}” is out of the plan.")
    return _to_week(request, found.monday)


@organisation_page("plan_week")
@require_POST
def carry(request: OrganisationRequest) -> HttpResponse:
    """What was left over of the week before."""
    monday = monday_of(request.POST.get("week", ""), today(request.organisation))
    if person := _chosen(request):
        try:
            carried = actions.carry_over(request.organisation, person=person, monday=monday, by=request.user)
            messages.success(request, f"{carried} carried over." if carried else "Nothing was left over.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return _to_week(request, monday)


@organisation_page("plan_week")
@require_POST
def plan(request: OrganisationRequest) -> HttpResponse:
    """Something that waits for somebody, put into their week."""
    monday = monday_of(request.POST.get("week", ""), today(request.organisation))
    if person := _chosen(request):
        thing, minutes = thing_of(request.organisation, request.POST.get("thing", ""))
        try:
            planned = actions.plan_thing(
                request.organisation, thing, minutes=minutes, person=person, monday=monday, by=request.user
            )
            messages.success(request, f"“{planned}” is planned for some time in the week.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return _to_week(request, monday)


def _planned(request: OrganisationRequest, form: WorkForm, monday: date) -> PlannedWork:
    person = form.cleaned_data.get("person") or request.user
    return actions.plan_work(request.organisation, form.plan(), person=person, monday=monday, by=request.user)


def _own(request: OrganisationRequest, work_id: int) -> PlannedWork:
    """403 for that of others, unless one plans for all."""
    found = work_in(request.organisation, work_id)
    if found.person_id != request.user.pk:
        require(request, FOR_OTHERS)
    return found


def _chosen(request: OrganisationRequest) -> Person | None:
    """Whose week a form is about."""
    number = request.POST.get("person", "")
    found = next((each for each in staff_of(request.organisation) if str(each.pk) == number), None)
    if found is None:
        messages.error(request, "Choose somebody of the office.")
    elif found.pk != request.user.pk:
        require(request, FOR_OTHERS)
    return found


def _week_page(request: OrganisationRequest, monday: date, more: str = "") -> str:
    query = f"week={iso(monday)}" + (f"&{more}" if more else "")
    return f"{reverse('operations:week', args=[request.organisation.slug])}?{query}"


def _to_week(request: OrganisationRequest, monday: date, more: str = "", anchor: str = "") -> HttpResponse:
    return redirect(_week_page(request, monday, more) + (f"#{anchor}" if anchor else ""))
