"""A community at Quay, with a question of the PMO manager that has two answers, the second accepted."""

from __future__ import annotations

from plumbline.office.communities import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def ask_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    runs, asker, knows = people[Role.PMO_STAFF], people[Role.PMO_MANAGER], people[Role.EXECUTIVE]
    community = actions.begin_community(
        organisation, by=runs, title="Risks on the quay", about="For whoever fears a quay.",
        topics=["register:risk"], leads=[runs],
    )  # fmt: skip
    actions.join(community, by=knows)
    question = actions.ask(
        community, by=asker, title="Who owns a risk of the quay?", text="The quay may settle.", topic="register:risk"
    )
    actions.answer(question, by=asker, text="Perhaps nobody on the quay?")
    answer = actions.answer(question, by=knows, text="Whoever can **move** the quay.")
    actions.vote(answer, by=runs, helps=True)
    actions.accept(answer, by=asker)
