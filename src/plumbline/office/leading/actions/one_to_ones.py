"""Talks between a manager and whoever leads them. The audit tells that they were held, never what was said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import MOST_WORDS, place, sealed
from plumbline.office.leading.models import AgreedAction, OneToOne
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission

MOST_ACTIONS = 30


def plan_one_to_one(organisation: Organisation, *, by: Person, manager: Person, at: datetime) -> OneToOne:
    """The manager is told. Raises ``ValidationError`` by field."""
    with action("plan_one_to_one", by=by, scope=organisation) as line:
        if manager.pk == by.pk:
            raise ValidationError({"at": "A one-to-one takes two: choose somebody else."})
        if not has_permission(organisation, manager, "see_own_caseload"):
            raise ValidationError({"at": f"{manager} leads no projects in {organisation}."})
        meeting = add(OneToOne(organisation=organisation, manager=manager, lead=by, at=at, planned_at=now()))
        _tell(meeting, manager, Wording("One-to-one with {by}", by=by), "planned")
        line.about(meeting)
        return meeting


def move_one_to_one(meeting: OneToOne, *, by: Person, at: datetime) -> None:
    """The other of the two is told."""
    with _of_two("move_one_to_one", meeting, by) as (locked, line):
        _must_be_open(locked)
        if not change(locked, at=at):
            line.nothing_happened()
            return
        title = Wording("One-to-one with {by} on another day", by=by)
        _tell(locked, locked.other(by), title, f"moved:{at:%Y%m%d%H%M}")
        line.about(locked)


def cancel_one_to_one(meeting: OneToOne, *, by: Person) -> None:
    with _of_two("cancel_one_to_one", meeting, by) as (locked, line):
        _must_be_open(locked)
        change(locked, cancelled_at=now())
        _tell(locked, locked.other(by), Wording("The one-to-one with {by} is called off", by=by), "cancelled")
        line.about(locked)


def hold_one_to_one(meeting: OneToOne, *, by: Person) -> None:
    """It took place."""
    with _of_two("hold_one_to_one", meeting, by) as (locked, line):
        _must_be_open(locked)
        change(locked, held_at=now())
        line.about(locked)


def note_in_one_to_one(meeting: OneToOne, *, by: Person, notes: str, own: str | None) -> None:
    """``notes`` are for both; ``own`` for whoever writes, and kept sealed. ``None`` leaves what is there."""
    with _of_two("note_in_one_to_one", meeting, by) as (locked, line):
        if locked.cancelled_at:
            raise ValidationError("It was called off.")
        if own is not None and len(own) > MOST_WORDS:
            raise ValidationError({"own": f"At most {MOST_WORDS:,} characters."})
        values = {"notes": notes}
        if own is not None:
            field = locked.own_field(by)
            values[field] = sealed(own, place(locked, field, locked.planned_at))
        change(locked, **values)
        line.about(locked)


def agree_action(meeting: OneToOne, *, by: Person, owner: Person, text: str, due_on: date | None) -> AgreedAction:
    """One of the two takes something upon themselves. Raises ``ValidationError`` by field."""
    with _of_two("agree_action", meeting, by) as (locked, line):
        if owner.pk not in (locked.manager_id, locked.lead_id):
            raise ValidationError({"owner": "It has to be one of the two of you."})
        if locked.actions.count() >= MOST_ACTIONS:
            raise ValidationError({"text": f"There are {MOST_ACTIONS} already; close some first."})
        agreed = add(AgreedAction(one_to_one=locked, owner=owner, text=text, due_on=due_on, agreed_at=now()))
        line.about(locked, owner=str(owner))
        return agreed


def close_action(agreed: AgreedAction, *, by: Person, done: bool = True) -> None:
    """Done, or open again after all; by either of the two."""
    with _of_two("close_agreed_action", agreed.one_to_one, by) as (locked, line):
        mine = AgreedAction.objects.select_for_update().get(pk=agreed.pk)
        if (mine.done_at is not None) == done:
            line.nothing_happened()
            return
        change(mine, done_at=now() if done else None)
        line.about(locked, owner=str(mine.owner), done=done)


@contextmanager
def _of_two(verb: str, meeting: OneToOne, by: Person) -> Iterator[tuple[OneToOne, Line]]:
    """The meeting, locked, for one of its two; nobody else does anything to it."""
    with action(verb, by=by, scope=meeting.organisation) as line:
        found = OneToOne.objects.select_for_update(of=("self",)).select_related("organisation", "manager", "lead")
        locked = found.get(pk=meeting.pk)
        if by.pk not in (locked.manager_id, locked.lead_id):
            raise ValidationError("Only the two whose talk it is may do this.")
        yield locked, line


def _must_be_open(meeting: OneToOne) -> None:
    if not meeting.is_open:
        raise ValidationError("It was held or called off already.")


def _tell(meeting: OneToOne, person: Person, title: Wording, what: str) -> None:
    notify(
        meeting.organisation,
        [person],
        kind="one_to_one",
        title=title,
        reason=Wording("You are one of the two."),
        path=reverse("leading:one_to_one", args=[meeting.organisation.slug, meeting.pk]),
        key=f"one_to_one:{meeting.pk}:{what}",
    )
