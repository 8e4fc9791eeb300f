"""Live sessions as those who come see them, and who came."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.events.ics import CONTENT_TYPE, calendar
from plumbline.office.foundation.access import may
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.forms import tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.teaching import actions, queries
from plumbline.office.teaching.ics import entry_of
from plumbline.office.teaching.models import LiveSession, Registration


@require_safe
@organisation_page("learn")
def sessions(request: OrganisationRequest) -> HttpResponse:
    about = (request.organisation, request.user, today(request.organisation))
    context = {
        "tab": "sessions",
        "to_come": queries.sessions_to_come(*about),
        "over": queries.sessions_over(*about),
    }
    return render_page(request, "teaching/sessions.html", context)


@require_safe
@organisation_page("learn")
def session(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.organisation, session_id)
    registrations = queries.registrations_of(found)
    seated = [each for each in registrations if each.state == Registration.State.SEATED]
    context = {
        "tab": "sessions",
        "session": found,
        "subject": queries.subject_of(found),
        "mine": next((each for each in registrations if each.person_id == request.user.pk), None),
        "seated": seated,
        "waiting": registrations[len(seated) :],
        "is_open": found.is_open_at(now()),
        "marks": _may_mark(request, found),
        "has_begun": found.cancelled_at is None and found.begins_at <= now(),
    }
    return render_page(request, "teaching/session.html", context)


@require_safe
@organisation_page("learn")
def session_file(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.organisation, session_id)
    zone = ZoneInfo(request.organisation.time_zone)
    response = HttpResponse(calendar(found.title, [entry_of(found)], zone), content_type=CONTENT_TYPE)
    name = f"{slugify(found.title) or 'session'}.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


@organisation_page("learn")
@require_POST
def register(request: OrganisationRequest, session_id: int) -> HttpResponse:
    found = queries.session_in(request.organisation, session_id)
    match request.POST.get("do"):
        case "register":
            said = "You are registered."
            tried(request, lambda: actions.register(found, by=request.user), said)
        case "cancel":
            said = "You are no longer registered."
            tried(request, lambda: actions.cancel_registration(found, by=request.user), said)
    return redirect("teaching:session", request.organisation.slug, session_id)


@organisation_page("learn")
@require_POST
def attendance(request: OrganisationRequest, session_id: int) -> HttpResponse:
    """A box for each who had a seat; ``listed`` says whose boxes the page had."""
    found = queries.session_in(request.organisation, session_id)
    if not _may_mark(request, found):
        raise PermissionDenied("Your role does not allow you to mark attendance: whoever teaches does, or the PMO.")
    if request.POST.get("do") == "mark":
        listed, came = (set(request.POST.getlist(name)) for name in ("listed", "came"))
        marks = {int(each): each in came for each in listed if each.isdecimal() and len(each) < 19}
        tried(request, lambda: actions.mark_attendance(found, marks, by=request.user), "Attendance is marked.")
    return redirect("teaching:session", request.organisation.slug, session_id)


def _may_mark(request: OrganisationRequest, found: LiveSession) -> bool:
    return may(request.membership, "oversee_learning") or found.teacher_id == request.user.pk
