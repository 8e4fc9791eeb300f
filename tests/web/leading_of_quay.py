"""What the managers of the harbour and those who lead them agree, in the world that every address is tried in."""

from __future__ import annotations

from datetime import timedelta

from plumbline.office.foundation.clock import now
from plumbline.office.leading import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def lead_managers_of_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    manager, lead = people[Role.PROJECT_MANAGER], people[Role.PMO_MANAGER]
    actions.set_profile(organisation, manager, by=None, location="Quay 4", notes="Knows the quay.")
    meeting = actions.plan_one_to_one(organisation, by=lead, manager=manager, at=now() + timedelta(days=3))
    actions.note_in_one_to_one(meeting, by=manager, notes="The quay wall.", own="I would rather lead the lock.")
    actions.agree_action(meeting, by=lead, owner=manager, text="Ask the diver about the quay", due_on=None)
    actions.ask_for_help(
        organisation, by=manager, about="The quay wall moves", text="A centimetre a week.", urgent=True
    )
