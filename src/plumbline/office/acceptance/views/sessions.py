"""Acceptance sessions: the list, one of them, its agenda and who is there."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.acceptance.actions import sessions as actions
from plumbline.office.acceptance.queries import agreed
from plumbline.office.acceptance.queries import sessions as queries
from plumbline.office.acceptance.session_forms import AgendaForm, AttendeeForm, CallForm, CallOffForm
from plumbline.office.acceptance.session_models import AcceptanceSession
from plumbline.office.acceptance.session_rights import must_run, runs
from plumbline.office.acceptance.views.session_deciding import page_of
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

ROWS = 50


@require_safe
@organisation_page("see_projects")
def sessions(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    found = Paginator(queries.sessions_of(project, request.membership), ROWS).get_page(request.GET.get("page"))
    context = about(project) | {"page": found, "runs": runs(request.user, project)}
    return render_page(request, "acceptance/sessions.html", context)


@require_safe
@organisation_page("see_projects")
def sessions_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    lines = queries.session_lines(queries.sessions_of(project, request.membership))
    return table_file(f"{project.code} acceptance sessions", extension, lines, frozen_columns=1)


@organisation_page("see_projects")
def call(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    must_run(request.user, project)
    form = CallForm(request.POST or None, initial={"held_on": today(request.organisation)})
    if called := attempt(form, lambda: actions.call_session(project, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{called.reference} is called. Put on its agenda what is to be shown.")
        return redirect("acceptance:session_agenda", request.organisation.slug, called.pk)
    words = {"title": "Call an acceptance session", "button": "Call it"}
    return render_page(request, "acceptance/session_form.html", about(project) | words | {"form": form})


@require_safe
@organisation_page("see_projects")
def session(request: OrganisationRequest, session_id: int) -> HttpResponse:
    """Once it is closed, its protocol tells."""
    found = queries.session_in(request.membership, session_id)
    if found.state == AcceptanceSession.State.CLOSED:
        return redirect("acceptance:protocol", request.organisation.slug, found.protocol.pk)
    return page_of(request, found)


@require_safe
@organisation_page("see_projects")
def session_file(request: OrganisationRequest, session_id: int, extension: str) -> HttpResponse:
    found = queries.session_in(request.membership, session_id)
    page = queries.session_page(found, request.user, today(request.organisation))
    name = f"{found.project.code} {found.reference}"
    return table_file(name, extension, queries.agenda_lines(page), frozen_columns=2)


@organisation_page("see_projects")
def change(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    form = CallForm(request.POST or None, initial={"held_on": found.held_on, "place": found.place})
    if attempt(form, lambda: _done(lambda: actions.change_session(found, by=request.user, **form.cleaned_data))):
        return redirect("acceptance:session", request.organisation.slug, found.pk)
    words = {"title": f"Change {found.reference}", "button": "Save", "session": found}
    return render_page(request, "acceptance/session_form.html", about(found.project) | words | {"form": form})


@organisation_page("see_projects")
def call_off(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    form = CallOffForm(request.POST or None)
    if attempt(form, lambda: _done(lambda: actions.call_off(found, by=request.user, **form.cleaned_data))):
        messages.success(request, f"{found.reference} is called off.")
        return redirect("acceptance:sessions", request.organisation.slug, found.project_id)
    words = {"title": f"Call off {found.reference}", "button": "Call it off", "session": found}
    return render_page(request, "acceptance/session_form.html", about(found.project) | words | {"form": form})


@organisation_page("see_projects")
def agenda(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    offered = agreed.offered(found)
    form = AgendaForm(offered, request.POST or None)
    if attempt(form, lambda: actions.put_on_agenda(found, by=request.user, criteria=form.chosen)):
        return redirect("acceptance:session", request.organisation.slug, found.pk)
    refused = [each for each in offered if each.why_not]
    context = {"form": form, "session": found, "refused": refused}
    return render_page(request, "acceptance/session_agenda.html", about(found.project) | context)


@organisation_page("see_projects")
@require_POST
def take_off(request: OrganisationRequest, session_id: int, item_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    item = get_object_or_404(found.items.select_related("criterion", "session__project__organisation"), pk=item_id)
    if "do" in request.POST:
        said = f"{item.criterion.reference} is off the agenda."
        tried(request, lambda: actions.take_off_agenda(item, by=request.user), said)
    return redirect("acceptance:session", request.organisation.slug, found.pk)


@organisation_page("see_projects")
def attend(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    form = AttendeeForm(request.organisation, request.POST or None)
    if attempt(form, lambda: actions.add_attendee(found, by=request.user, **form.cleaned_data)):
        return redirect("acceptance:session", request.organisation.slug, found.pk)
    words = {"title": f"Who is at {found.reference}?", "button": "Put on the list", "session": found}
    return render_page(request, "acceptance/session_form.html", about(found.project) | words | {"form": form})


@organisation_page("see_projects")
@require_POST
def leave(request: OrganisationRequest, session_id: int, attendee_id: int) -> HttpResponse:
    found = _to_prepare(request, session_id)
    attendee = get_object_or_404(found.attendees.select_related("session__project__organisation"), pk=attendee_id)
    if "do" in request.POST:
        tried(request, lambda: actions.remove_attendee(attendee, by=request.user), f"{attendee.name} is off the list.")
    return redirect("acceptance:session", request.organisation.slug, found.pk)


def about(project: Project) -> dict[str, object]:
    return {"project": project, "tab": "acceptance"}


def _to_prepare(request: OrganisationRequest, session_id: int) -> AcceptanceSession:
    found = queries.session_in(request.membership, session_id)
    must_run(request.user, found.project)
    return found


def _done(do: Callable[[], None]) -> bool:
    do()
    return True
