"""A culture profile of Quay, and a set-up that is under way."""

from __future__ import annotations

from plumbline.office.founding.actions import answer_step, overrule, record_culture
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def begin_to_found(organisation: Organisation, people: dict[Role, Person]) -> None:
    manager = people[Role.PMO_MANAGER]
    record_culture(organisation, by=manager, formality="strict")
    overrule(organisation, by=manager, key="gate_word", value="Quay gate", reason="Ships pass it.")
    answer_step(
        organisation, "challenges", by=manager, said={"chosen": ["surprised_by_red"], "own": "The quay is full"}
    )
