"""Whom the city asks: two communities, one answer that became practice, one question that waits."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.communities import actions
from plumbline.office.communities.models import Community

RISKS, GATES = "Risks and their owners", "Getting through gates"


def tell_communities(telling: Telling, office: Office, anchor: date) -> None:
    def at(days: int, hour: int) -> datetime:
        return datetime.combine(anchor + timedelta(days=days), time(hour))

    telling.add(at(-45, 9), lambda: _begin(office))
    telling.add(at(-38, 11), lambda: _settle(office))
    telling.add(at(-2, 14), lambda: _wait(office))


def _begin(office: Office) -> None:
    for title, lead, topics in (
        (RISKS, "elowen", ["register:risk", "artefact:risk_register"]),
        (GATES, "dagny", ["gate:delivery_review"]),
    ):
        person = office.people[lead]
        actions.begin_community(
            office.organisation, by=person, title=title, leads=[person], topics=topics,
            about="For whoever has met the same trouble before, or is meeting it now.",
        )  # fmt: skip
    for key in ("petra", "ilka", "lior"):
        actions.join(_community(office, RISKS), by=office.people[key])


def _settle(office: Office) -> None:
    asker, knows = office.people["lior"], office.people["petra"]
    question = actions.ask(
        _community(office, RISKS), by=asker, topic="register:risk",
        title="Who owns a risk that two projects share?",
        text="The sewer under the depot worries the tram and the power house alike. Each has it under another name.",
    )  # fmt: skip
    answer = actions.answer(
        question, by=knows,
        text="One owner, in the project that is **hit first**. The other register points to it:\n\n"
        "- the same words, and whose risk it is\n- a day on which both owners talk",
    )  # fmt: skip
    for key in ("ilka", "elowen"):
        actions.vote(answer, by=office.people[key], helps=True)
    actions.accept(answer, by=asker)


def _wait(office: Office) -> None:
    actions.ask(
        _community(office, GATES), by=office.people["jory"], topic="gate:delivery_review",
        title="How early do you send papers before a delivery review?",
        text="Mine were read on the way to the room. What works for you?",
    )  # fmt: skip


def _community(office: Office, title: str) -> Community:
    found = Community.objects.select_related("organisation")
    return found.get(organisation=office.organisation, title=title)
