"""Which service answers which challenge."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.mandate.models import Answer, Challenge
from plumbline.office.people.models import Person
from plumbline.office.services.models import Service


def answer_challenge(challenge: Challenge, service: Service, *, by: Person | None, how: str = "") -> Answer:
    """Once for each pair; a second time changes how."""
    with action("answer_challenge", by=by, scope=challenge.organisation) as line:
        Challenge.objects.select_for_update().get(pk=challenge.pk)
        if service.organisation_id != challenge.organisation_id or service.archived_at is not None:
            raise ValidationError({"service": "Choose a service that is offered here."})
        found = Answer.objects.filter(challenge=challenge, service=service).first()
        if found is None:
            found = add(Answer(challenge=challenge, service=service, how=how.strip()))
            line.about(found)
        elif told := change(found, how=how.strip()):
            line.about(found, changed=told)
        else:
            line.nothing_happened()
    return found


def unanswer_challenge(answer: Answer, *, by: Person | None) -> None:
    with action("unanswer_challenge", by=by, scope=answer.challenge.organisation) as line:
        line.about(answer)
        Answer.objects.filter(pk=answer.pk).delete()
