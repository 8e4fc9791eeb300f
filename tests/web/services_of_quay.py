"""A service of the office at Quay, a request that is done, one that is open, and what was booked."""

from __future__ import annotations

from decimal import Decimal

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.services import actions


def offer_and_ask(organisation: Organisation, people: dict[Role, Person]) -> None:
    manager, asker = people[Role.PMO_MANAGER], people[Role.PROJECT_MANAGER]
    service = actions.add_service(
        organisation, by=manager, title="Look at the quay plan", group="Quay services", what="The quay is looked at.",
        owner=manager, respond_in=240, deliver_in=960,
    )  # fmt: skip
    actions.add_question(service, by=manager, text="Which quay?")
    done = actions.ask_for_service(
        service, by=asker, title="Is the quay late?", details="The quay.", answers={"Which quay?": "The north quay"}
    )
    actions.respond(done, by=manager, text="Quay plan received.")
    actions.wait_for_customer(done, by=manager, text="Send the quay plan.")
    actions.resume(done, by=asker, text="Here is the quay plan.")
    day = today(organisation)
    actions.book_effort(organisation, by=manager, on=day, minutes=90, request=done, note="Read the quay plan")
    actions.finish(done, by=manager, outcome="The quay is not late.")
    actions.ask_for_service(service, by=asker, title="Is the second quay late?")
    actions.set_rate(organisation, by=manager, per_hour=Decimal(80), since=day)
