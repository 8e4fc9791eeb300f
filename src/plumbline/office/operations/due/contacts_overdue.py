"""Stakeholders with whom nobody has spoken for too long."""

from __future__ import annotations

from datetime import date

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.stakeholders.models import Stake

TITLE = "Contacts with stakeholders overdue"
EMPTY = "Every stakeholder was spoken with in time."
ORDER = 150
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    late = Stake.objects.filter(
        project__organisation=organisation, project__archived_at=None, ended_at=None, contact_due_on__lt=day
    )
    if person:
        late = late.filter(owner=person)
    with_owner = late.select_related("project", "stakeholder", "owner").order_by("contact_due_on", "pk")
    return first_of(with_owner, most, lambda each: row(organisation, each))


def row(organisation: Organisation, stake: Stake) -> DueRow:
    there = address("stakeholders:stake", organisation, stake.project_id, stake.pk)
    return DueRow(
        what=str(stake.stakeholder),
        url=there,
        deed="Log a contact",
        deed_url=there,
        on=stake.contact_due_on,
        who=str(stake.owner or ""),
        detail=str(stake.project),
    )
