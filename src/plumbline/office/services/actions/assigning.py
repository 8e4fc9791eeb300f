"""Who works on a request."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.services.actions.stepping import State, step, tell
from plumbline.office.services.models import ServiceRequest


def assign_request(request: ServiceRequest, person: Person, *, by: Person) -> None:
    """To somebody who works on requests. Raises ``ValidationError`` by field."""
    with step("assign_service_request", request, by, ServiceRequest.OPEN) as taken:
        asked = taken.asked
        if not has_permission(asked.organisation, person, "work_on_service_requests"):
            raise ValidationError({"person": "Choose somebody who works on requests."})
        if asked.assignee_id == person.pk:
            raise ValidationError({"person": f"It is {person}'s already."})
        event = taken.write(assignee=person, **({"state": State.ASSIGNED} if asked.state == State.NEW else {}))
        title, reason = Wording("{by} gives you {request}", by=by, request=asked), Wording("You are to work on it.")
        tell(asked, [person], by=by, title=title, reason=reason, key=f"assigned:{event.pk}")
