"""How mature the quays are: a closed round, an open one, targets, and a step on the roadmap."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.maturity import actions
from plumbline.office.maturity.actions.answering import Said
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def assess_maturity_of_quay(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    office, manager = people[Role.PMO_MANAGER], people[Role.PROJECT_MANAGER]
    past = _round(organisation, "Quay, last year", office, [office, manager], day)
    for each in past.assessors.all():
        _answer(each)
    result = actions.close_round(past, by=office, note="The quay was calm.")
    actions.add_step(result, by=office, attribute="risk-registers")
    actions.set_targets(organisation, by=office, targets={"risk": (3, day + timedelta(days=400))})
    under_way = _round(organisation, "Quay, this year", office, [office, manager], day)
    _answer(under_way.assessors.get(person=manager))
    actions.set_consensus(under_way, by=office, attribute="risk-spoken-of", value="met", reason="Quay says so.")


def _round(organisation: Organisation, title: str, lead: Person, assessors: list[Person], day: date) -> Round:
    return actions.begin_round(
        organisation,
        by=lead,
        title=title,
        scope="All of the quay.",
        lead=lead,
        assessors=assessors,
        period_from=day - timedelta(days=365),
        period_to=day,
        due_on=day + timedelta(days=20),
    )


def _answer(assessor: Assessor) -> None:
    said = {
        each.key: Said("met" if each.level == 1 else "not_met", "As seen at the quay.")
        for each in assessor.round.model.perspective("risk").attributes
    }
    actions.save_judgements(assessor, said)
