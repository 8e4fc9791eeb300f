"""What every step of a request does: it is kept in the history, and those whom it concerns are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.services.levels import clock_of
from plumbline.office.services.models import RequestEvent, ServiceRequest

State = ServiceRequest.State


class Step:
    """One step while it is taken: ``asked`` is locked, ``moment`` the time of all that it writes."""

    def __init__(self, asked: ServiceRequest, by: Person, moment: datetime) -> None:
        self.asked = asked
        self.by = by
        self.moment = moment
        self.told: dict[str, Any] = {}

    def write(self, *, text: str = "", **values: Any) -> RequestEvent:
        """Changes the request and adds one row to its history."""
        if "state" in values:
            values["state_since"] = self.moment
        self.told = change(self.asked, **values)
        event = RequestEvent(request=self.asked, by=self.by, at=self.moment, text=text.strip())
        if "state" in values:
            event.state = values["state"]
        if "assignee" in values:
            event.assignee = values["assignee"]
        if "deliver_by" in self.told:
            event.deliver_by = values["deliver_by"]
        return add(event)

    def responding(self) -> dict[str, Any]:
        """The first thing that is done about it is the answer, if none was given."""
        if self.asked.responded_at is not None:
            return {}
        took = clock_of(self.asked.organisation).between(self.asked.asked_at, self.moment)
        return {"responded_at": self.moment, "respond_took": max(took, 0)}

    def going_on(self) -> dict[str, Any]:
        """The clock goes on after a pause, and the limit has moved by it."""
        asked = self.asked
        if asked.state != State.WAITING:
            return {}
        clock = clock_of(asked.organisation)
        values: dict[str, Any] = {"paused": asked.paused + clock.between(asked.state_since, self.moment)}
        if asked.deliver_by is not None:
            values["deliver_by"] = clock.after_pause(asked.deliver_by, asked.state_since, self.moment)
        return values


@contextmanager
def step(verb: str, request: ServiceRequest, by: Person, states: Iterable[str]) -> Iterator[Step]:
    """One action on a locked request. Raises ``ValidationError`` where its state does not allow it."""
    with action(verb, by=by, scope=request.organisation) as line:
        asked = ServiceRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        if asked.state not in states:
            raise ValidationError(f"The request is {asked.get_state_display().lower()}: this cannot be done now.")
        taken = Step(asked, by, now())
        yield taken
        line.about(asked, changed=taken.told)
    request.refresh_from_db()


def tell(asked: ServiceRequest, people: Iterable[Person | None], *, by: Person, title: Wording, reason: Wording,
         key: str, kind: str = "service_request") -> None:  # fmt: skip
    """Nobody is told of what they did themselves."""
    to = {each.pk: each for each in people if each is not None and each.pk != by.pk}
    if not to:
        return
    notify(
        asked.organisation,
        to.values(),
        kind=kind,
        title=title,
        reason=reason,
        path=_path(asked),
        key=f"service:{asked.pk}:{key}",
        about=f"service_request:{asked.pk}",
    )


def _path(asked: ServiceRequest) -> str:
    try:
        return reverse("services:request", args=[asked.organisation.slug, asked.number])
    except NoReverseMatch:
        return ""
