"""An open round of the pulse at Quay: a division of five or more is asked, and one has answered."""

from __future__ import annotations

from datetime import date

from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions


def feel_the_pulse(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    """The people of Quay are put into the division only while the round opens, for other stories count its members."""
    division = Unit.objects.filter(organisation=organisation).earliest("pk")
    members = Membership.objects.filter(organisation=organisation)
    before = dict(members.values_list("pk", "unit"))
    members.update(unit=division)
    questions = actions.DEFAULT_QUESTIONS
    pulse = actions.set_up(
        organisation,
        by=people[Role.PMO_STAFF],
        cadence="weekly",
        questions=questions,
        asks_confidence=True,
        units=[division],
    )
    opened = actions.open_round(pulse, day)
    assert opened is not None
    for pk, unit in before.items():
        members.filter(pk=pk).update(unit=unit)
    actions.answer_as(opened.teams.get(), [4, 4, 3], by=people[Role.TEAM_MEMBER])
