"""What those do who ask for a service."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project
from plumbline.office.services.actions.stepping import State, step, tell
from plumbline.office.services.levels import clock_of, limit
from plumbline.office.services.models import RequestEvent, Service, ServiceRequest
from plumbline.office.services.questions import answered


def ask_for_service(
    service: Service,
    *,
    by: Person,
    title: str,
    details: str = "",
    answers: dict[str, Any] | None = None,
    project: Project | None = None,
) -> ServiceRequest:
    """``answers`` by the text of their question. Raises ``ValidationError`` by field."""
    organisation = service.organisation
    with action("ask_for_service", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)  # numbers have no gaps and no doubles
        current = Service.objects.select_related("owner").get(pk=service.pk)
        if current.archived_at is not None or not current.is_open:
            raise ValidationError("This service cannot be asked for at present.")
        if project is not None and project.organisation_id != organisation.pk:
            raise ValidationError({"project": "Choose a project of the organisation."})
        moment, clock = now(), clock_of(organisation)
        last = ServiceRequest.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0
        asked = ServiceRequest(
            organisation=organisation, service=current, number=last + 1, title=title.strip(), details=details.strip(),
            answers=answered(current.questions, answers), project=project, asked_by=by, asked_at=moment,
            state_since=moment, respond_by=limit(clock, moment, current.respond_in),
            deliver_by=limit(clock, moment, current.deliver_in),
        )  # fmt: skip
        line.about(add(asked), service=current.title)
        add(RequestEvent(request=asked, by=by, at=moment, state=State.NEW))
        staff = [current.owner] if current.owner else people_with(organisation, "work_on_service_requests")
        said = Wording("{by} asks for “{service}”: {title}", by=by, service=current, title=asked.title)
        owned, any_of_us = Wording("You own this service."), Wording("You work on what is asked of the office.")
        tell(asked, staff, by=by, title=said, reason=owned if current.owner else any_of_us, key="asked")
    return asked


def withdraw(request: ServiceRequest, *, by: Person, note: str = "") -> None:
    """By who asked, alone."""
    if by.pk != request.asked_by_id:
        raise PermissionDenied("Only who asked can withdraw a request.")
    with step("withdraw_service_request", request, by, ServiceRequest.OPEN) as taken:
        going = taken.going_on()
        taken.write(text=note, state=State.WITHDRAWN, closed_at=taken.moment, **going)
        assignee, title = taken.asked.assignee, Wording("{request} was withdrawn.", request=taken.asked)
        reason = Wording("You are working on it.")
        tell(taken.asked, [assignee], by=by, title=title, reason=reason, key="withdrawn")


def answer_satisfaction(request: ServiceRequest, *, by: Person, score: int, note: str = "") -> None:
    """By who asked, once, when it is done. Raises ``ValidationError`` by field."""
    if by.pk != request.asked_by_id:
        raise PermissionDenied("Only who asked can say how content they are.")
    with action("answer_satisfaction", by=by, scope=request.organisation) as line:
        asked = ServiceRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        if asked.state != State.DONE:
            raise ValidationError("You are asked when the request is done.")
        if asked.satisfaction is not None:
            raise ValidationError("You have answered already. Thank you.")
        if score not in range(1, 6):
            raise ValidationError({"score": "Choose a number from 1 to 5."})
        change(asked, satisfaction=score, satisfaction_note=note.strip(), satisfied_at=now())
        line.about(asked, score=score)
    request.refresh_from_db()
