"""The register of one project: who is in it, how they stand, when they were spoken with."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import locked, mark, next_number
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions.places import MOST_LINES, refuse_stranger
from plumbline.office.stakeholders.actions.sharing import found_or_added
from plumbline.office.stakeholders.models import Channel, Contact, EngagementStep, Stake, Stakeholder

JUDGED = ("engagement", "desired", "power", "interest")
"""What is kept in the history."""


def add_stake(
    project: Project,
    *,
    by: Person | None,
    name: str = "",
    role: str = "",
    belongs_to: str = "",
    email: str = "",
    existing: Stakeholder | None = None,
    **columns: Any,
) -> Stake:
    """Into the register of the project. Who is known already, by ``existing`` or by name, is not entered again.

    Raises ``ValidationError`` by field.
    """
    with action("add_stake", by=by, scope=project.organisation) as line:
        held = locked(project)
        refuse_stranger(held, columns.get("owner"))
        who = existing or found_or_added(held.organisation, name=name, role=role, belongs_to=belongs_to, email=email)
        if who.organisation_id != held.organisation_id or who.merged_into_id:
            raise ValidationError({"name": "Choose somebody from the list."})
        day = today(held.organisation)
        number = next_number(held.stakes.all(), MOST_LINES)
        stake = Stake(project=held, stakeholder=who, number=number, entered_on=day, judged_on=day, **columns)
        _refuse_twice(stake)
        stake.contact_due_on = stake.next_contact()
        _keep_step(add(stake), by, "Entered in the register.")
        mark(held)
        line.about(stake, number=stake.number)
        return stake


def change_stake(stake: Stake, *, by: Person | None, note: str = "", **columns: Any) -> Stake:
    """A change of how they stand is a step in their history. Raises ``ValidationError`` by field."""
    with action("change_stake", by=by, scope=stake.project.organisation) as line:
        held = _locked_stake(stake)
        refuse_stranger(held.project, columns.get("owner"))
        changed = change(held, **columns)
        if not changed and not note:
            line.nothing_happened()
            return held
        change(held, contact_due_on=held.next_contact())
        if note or any(each in changed for each in JUDGED):
            change(held, judged_on=today(held.project.organisation))
            _keep_step(held, by, note)
        mark(held.project)
        line.about(held, fields=sorted(changed))
        return held


def confirm_stake(stake: Stake, *, by: Person | None) -> None:
    """They stand as they stood: looked at today, and nothing has changed."""
    with action("confirm_stake", by=by, scope=stake.project.organisation) as line:
        held = _locked_stake(stake)
        change(held, judged_on=today(held.project.organisation))
        _keep_step(held, by, "Looked at: still so.")
        mark(held.project)
        line.about(held)


def end_stake(stake: Stake, *, by: Person | None, because: str) -> None:
    """Out of the register; the history stays."""
    with action("end_stake", by=by, scope=stake.project.organisation) as line:
        held = _locked_stake(stake)
        if not because.strip():
            raise ValidationError({"because": "Say why, in a few words."})
        change(held, ended_at=now(), ended_by=by, ended_because=because.strip())
        mark(held.project)
        line.about(held)


def log_contact(
    stake: Stake, *, by: Person | None, note: str, on: date | None = None, channel: str = Channel.MEETING
) -> Contact:
    """Raises ``ValidationError`` for a day that has not come."""
    with action("log_contact", by=by, scope=stake.project.organisation) as line:
        held = _locked_stake(stake)
        day = on or today(held.project.organisation)
        if day > today(held.project.organisation):
            raise ValidationError({"on": "This day has not come yet. Log what has taken place."})
        contact = add(Contact(stake=held, on=day, channel=channel, note=note.strip(), by=by))
        if held.contacted_on is None or day > held.contacted_on:
            held.contacted_on = day
            held.contact_due_on = held.next_contact()
            held.save(update_fields=["contacted_on", "contact_due_on"])
        mark(held.project)
        line.about(contact)
        return contact


def _locked_stake(stake: Stake) -> Stake:
    project = locked(stake.project)
    held = Stake.objects.select_for_update().get(pk=stake.pk)
    held.project = project
    if held.ended_at:
        raise ValidationError("They are not in the register any more.")
    return held


def _refuse_twice(stake: Stake) -> None:
    if Stake.objects.filter(project=stake.project, stakeholder=stake.stakeholder, ended_at=None).exists():
        raise ValidationError({"name": "They are in the register of this project already."})


def _keep_step(stake: Stake, by: Person | None, note: str) -> None:
    judged = {each: getattr(stake, each) for each in JUDGED}
    add(EngagementStep(stake=stake, note=note.strip(), by=by, **judged))
