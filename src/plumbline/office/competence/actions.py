"""Saying at which level somebody is, and entering what shows it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from plumbline.engine.competence import SCALE, WORKING, may_say_of_oneself
from plumbline.office.competence import queries
from plumbline.office.competence.models import CompetencyAssessment, EnteredEvidence
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today


def assess(
    organisation: Organisation, person: Person, *, by: Person, competency: str, level: int, note: str = ""
) -> CompetencyAssessment:
    """The audit says that it was said, not which level. Raises ``ValidationError`` by field."""
    with action("assess_competency", by=by, scope=organisation) as line:
        _refuse_stranger(organisation, person)
        _refuse_unknown(organisation, competency)
        if not queries.may_assess(organisation, person, by):
            raise ValidationError("Only the person, the PMO and a mentor of theirs say at which level somebody is.")
        if by.pk == person.pk and not may_say_of_oneself(level):
            highest = SCALE[WORKING].title.lower()
            raise ValidationError({"level": f"Of oneself one says at most {highest}. Ask the PMO or your mentor."})
        said = CompetencyAssessment(
            organisation=organisation, person=person, competency=competency, level=level, note=note,
            by=by, on=today(organisation),
        )  # fmt: skip
        line.about(add(said), competency=competency)
        return said


def enter_evidence(
    organisation: Organisation, person: Person, *, by: Person, competency: str, what: str, on: date
) -> EnteredEvidence:
    """Raises ``ValidationError`` by field."""
    with action("enter_evidence", by=by, scope=organisation) as line:
        _refuse_stranger(organisation, person)
        _refuse_unknown(organisation, competency)
        if not queries.may_assess(organisation, person, by):
            raise ValidationError("Only the person, the PMO and a mentor of theirs enter what shows a competency.")
        if on > today(organisation):
            raise ValidationError({"on": "That day has not come yet."})
        found = EnteredEvidence(
            organisation=organisation, person=person, competency=competency, what=what, on=on, by=by
        )  # fmt: skip
        line.about(add(found), competency=competency)
        return found


def _refuse_stranger(organisation: Organisation, person: Person) -> None:
    if not Membership.objects.filter(organisation=organisation, person=person, active=True).exists():
        raise ValidationError(f"{person} does not belong to {organisation}.")


def _refuse_unknown(organisation: Organisation, competency: str) -> None:
    if competency not in queries.competencies_of(organisation):
        raise ValidationError({"competency": "The standard in force does not know this competency."})
