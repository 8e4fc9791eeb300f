"""What people of Quay can do: one manager, said by themselves and by the PMO, with what shows it and what is asked."""

from __future__ import annotations

from datetime import date

from plumbline.office.competence import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def say_what_quay_can(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    manager, staff = people[Role.PROJECT_MANAGER], people[Role.PMO_STAFF]
    actions.assess(organisation, manager, by=manager, competency="time", level=2, note="Plans of the quay.")
    actions.enter_evidence(organisation, manager, by=staff, competency="time", what="Planned the quay wall", on=day)
    actions.assess(organisation, manager, by=staff, competency="time", level=4, note="Led the quay wall.")
    actions.ask_to_assess(organisation, manager, asked=staff, note="Before the quay opens.")
    actions.require_levels(organisation, "project_manager", {"scope": [1, 2, 3]}, by=staff)
    actions.close_month(organisation, day.replace(day=1))
