"""What is said about a request, and who is told because their name stands in it."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.notifications.kinds import MENTION
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.services.actions.stepping import tell
from plumbline.office.services.models import RequestEvent, ServiceRequest

MOST_MENTIONS = 20


def comment(request: ServiceRequest, *, by: Person, text: str) -> RequestEvent:
    """Who asked, who works on it, and whoever is named as @Name is told. Also possible when it is closed."""
    with action("comment_service_request", by=by, scope=request.organisation) as line:
        if not text.strip():
            raise ValidationError({"text": "Write something first."})
        event = add(RequestEvent(request=request, by=by, text=text.strip()))
        named = mentioned(request.organisation, text)
        told = {each.pk for each in named}
        title = Wording("{by} mentions you: {request}", by=by, request=request)
        reason = Wording("Your name stands in a comment.")
        tell(request, named, by=by, title=title, reason=reason, key=f"mention:{event.pk}", kind=MENTION)
        others = [each for each in (request.asked_by, request.assignee) if each and each.pk not in told]
        title, reason = Wording("{by} comments on {request}", by=by, request=request), Wording("You take part in it.")
        tell(request, others, by=by, title=title, reason=reason, key=f"comment:{event.pk}")
        line.about(request, mentions=[str(each) for each in named])
    return event


def mentioned(organisation: Organisation, text: str) -> list[Person]:
    """People who may see services, each by the whole name behind an @."""
    places = [match.end() for match in re.finditer(r"(?<!\w)@", text)][:MOST_MENTIONS]
    if not places:
        return []
    rests = [text[place:].casefold() for place in places]
    people = people_with(organisation, "see_services")
    return [each for each in people if any(re.match(re.escape(each.name.casefold()) + r"(?!\w)", r) for r in rests)]
