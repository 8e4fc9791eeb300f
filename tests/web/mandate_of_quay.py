"""The office of Harbour Works: a charter in force, another that waits, and at least one of every part."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.mandate import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.services.models import Service


def write_the_charter(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    ada, osric = people[Role.PMO_MANAGER], people[Role.EXECUTIVE]
    service = Service.objects.filter(organisation=organisation).first() or Service.objects.create(
        organisation=organisation, title="Reports of the quay", owner=ada
    )
    challenge = actions.add_challenge(
        organisation, by=ada, title="The quay is late", metric="rule_conformance", target=90
    )
    actions.answer_challenge(challenge, service, by=ada, how="Quay by quay")
    head = actions.add_post(organisation, by=ada, title="Head of the quay office", competencies={"Quay lore": 3})
    actions.hold_post(head, ada, by=ada, levels={"Quay lore": 2})
    actions.add_authority(organisation, by=ada, kind="decides", what="where the quay ends", post=head)
    actions.add_responsibility(organisation, by=ada, title="Quays", detail="All of the quay.")
    actions.add_measure(organisation, by=ada, title="Quays finished", baseline=1, target=4)
    actions.add_roadmap_item(
        organisation, by=ada, title="Sweep the quay", challenge=challenge, owner=ada, due_on=day - timedelta(days=3)
    )
    actions.change_mandate(
        organisation,
        by=ada,
        purpose="The quay is known from end to end.",
        control="controlling",
        reach="enterprise",
        sponsor=osric,
        review_on=day + timedelta(days=20),
    )
    actions.approve_charter(actions.ask_for_approval(organisation, by=ada), by=osric, note="For the quay.")
    actions.change_mandate(organisation, by=ada, funding="The quay pays.")
    actions.ask_for_approval(organisation, by=ada)
