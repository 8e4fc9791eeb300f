"""Signals at Quay: one with a name that everybody sees, one without a name that has arrived."""

from __future__ import annotations

from datetime import timedelta

from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.signals import actions


def signal_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    staff = people[Role.PMO_STAFF]
    with clock_at(now() - timedelta(days=2)):
        actions.raise_anonymously(organisation, kind="concern", text="The quay is dark at night.", is_open=True)
    actions.keep_up()
    idea = actions.raise_signal(organisation, by=people[Role.EXECUTIVE], kind="idea", text="Lamps for the quay")
    actions.comment(idea, by=staff, text="The quay would like them.")
    actions.vote(idea, by=people[Role.PROJECT_MANAGER], agrees=True)
    actions.set_promises(organisation, by=staff, days={"praise": 4})
