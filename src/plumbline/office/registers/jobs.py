"""Tells whoever has to act, once for each day that was promised, when an entry becomes overdue."""

from __future__ import annotations

from django.db.models import F, Q

from plumbline.office.foundation.audit import action
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.registers.actions.recording import tell
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.registers.queries.finding import overdue_by

MOST_AT_ONCE = 500
DECIDE = Wording("Decision overdue, and you decide it.")
OWN = {
    "Decision overdue": Wording("Decision overdue, and you own it."),
    "Not looked at in time": Wording("Not looked at in time, and you own it."),
    "Overdue": Wording("Overdue, and you own it."),
}
"""By what its kind calls overdue."""


def tell_overdue() -> None:
    for organisation in Organisation.objects.all():
        for entry in _untold(organisation):
            _tell(entry)


def _untold(organisation: Organisation) -> list[Entry]:
    untold = Q(overdue_told_for=None) | ~Q(overdue_told_for=F("due_on"))
    somebody = Q(owner__isnull=False) | Q(decider__isnull=False)
    late = overdue_by(today(organisation))
    found = Entry.objects.filter(late, untold, somebody, organisation=organisation, project__archived_at=None)
    return list(found.select_related("organisation", "project", "owner", "decider")[:MOST_AT_ONCE])


def _tell(entry: Entry) -> None:
    """The decider of what waits for a decision, else the owner."""
    waits = entry.kind in (Kind.DECISION, Kind.CHANGE) and entry.decider is not None
    person = entry.decider if waits else entry.owner or entry.decider
    assert person is not None
    with action("tell_overdue", by=None, scope=entry.organisation) as line:
        reason = DECIDE if waits else OWN[kind_of(entry.kind).overdue]
        tell(entry, person, "overdue", reason, f"overdue:{entry.due_on}")
        Entry.objects.filter(pk=entry.pk).update(overdue_told_for=entry.due_on)
        line.about(entry, due_on=str(entry.due_on), told=str(person))


SWEEP = tell_overdue
