"""Writing a request, step by step, and handing it in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.intake.actions.moving import locked, move
from plumbline.office.intake.models import OPEN, ProjectRequest, State, Step
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards import queries as standards

NEEDED = {
    "what": "Say what you would like to have.",
    "why": "Say why it is needed.",
    "whom": "Say for whom it is.",
    "otherwise": "Say what happens without it.",
}
"""What a request cannot be submitted without, however short the answer."""
MOST_DRAFTS = 50


class RequestDetails(TypedDict, total=False):
    title: str
    what: str
    why: str
    whom: str
    difference: str
    size: str
    months: int | None
    budget: Decimal | None
    wanted_by: date | None
    otherwise: str
    links: str


def begin_request(organisation: Organisation, *, by: Person, **details: Unpack[RequestDetails]) -> ProjectRequest:
    """A draft that only its author sees."""
    with action("begin_request", by=by, scope=organisation) as line:
        drafts = ProjectRequest.objects.filter(organisation=organisation, author=by, state=State.DRAFT)
        if drafts.count() >= MOST_DRAFTS:
            raise ValidationError(f"You have {MOST_DRAFTS} drafts. Submit or withdraw one before you begin another.")
        begun = add(ProjectRequest(organisation=organisation, author=by, **details))
        line.about(begun)
        return begun


def save_request(draft: ProjectRequest, *, by: Person, **details: Unpack[RequestDetails]) -> None:
    """What is given so far; nothing has to be whole before it is submitted."""
    with action("save_request", by=by, scope=draft.organisation) as line:
        found = locked(draft, [State.DRAFT], "It is submitted already, so it cannot be changed. Add a comment instead.")
        if changed := change(found, **details):
            line.about(found, changed=sorted(changed))
        else:
            line.nothing_happened()


def submit_request(draft: ProjectRequest, *, by: Person) -> None:
    """Raises ``ValidationError`` by field for what is missing."""
    with action("submit_request", by=by, scope=draft.organisation) as line:
        found = locked(draft, [State.DRAFT], "It is submitted already.")
        if missing := {name: said for name, said in NEEDED.items() if not getattr(found, name).strip()}:
            raise ValidationError(missing)
        version = standards.in_force(found.organisation)
        move(found, State.SUBMITTED, Step.Kind.SUBMITTED, by, submitted_at=now(), standard_version=version)
        line.about(found)


def withdraw_request(asked: ProjectRequest, *, by: Person, note: str = "") -> None:
    """By its author, as long as nothing was decided."""
    with action("withdraw_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, [State.DRAFT, *OPEN], "It is decided already.")
        if found.author_id != by.pk:
            raise ValidationError("Only whoever asked can withdraw it.")
        move(found, State.WITHDRAWN, Step.Kind.WITHDRAWN, by, note, hold_until=None)
        line.about(found)
