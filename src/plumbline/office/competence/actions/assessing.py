"""Saying at which level somebody is, asking others to, and entering what shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.engine.competence import SCALE, WORKING, may_say_of_oneself
from plumbline.office.competence import queries
from plumbline.office.competence.models import CompetencyAssessment, EnteredEvidence
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today


def assess(
    organisation: Organisation, person: Person, *, by: Person, competency: str, level: int, note: str = ""
) -> CompetencyAssessment:
    """Raises ``ValidationError`` by field."""
    return assess_several(organisation, person, by=by, levels={competency: level}, note=note)[0]


def assess_several(
    organisation: Organisation, person: Person, *, by: Person, levels: Mapping[str, int], note: str = ""
) -> list[CompetencyAssessment]:
    """Level by competency, all or none. The audit says that it was said, not which level.

    Whom others assess is told, once a day by each. Raises ``ValidationError`` by field.
    """
    with action("assess_competency", by=by, scope=organisation) as line:
        _refuse_stranger(organisation, person)
        _refuse_unknown(organisation, *levels)
        if not queries.may_assess(organisation, person, by):
            raise ValidationError("Only the person, the PMO and a mentor of theirs say at which level somebody is.")
        if by.pk == person.pk and not all(map(may_say_of_oneself, levels.values())):
            highest = SCALE[WORKING].title.lower()
            raise ValidationError({"level": f"Of oneself one says at most {highest}. Ask the PMO or your mentor."})
        if not levels:
            raise ValidationError("Say a level of one competency at least.")
        day = today(organisation)
        said = [
            add(CompetencyAssessment(
                organisation=organisation, person=person, competency=name, level=level, note=note, by=by, on=day
            ))
            for name, level in levels.items()
        ]  # fmt: skip
        if by.pk != person.pk:
            _tell(organisation, person, by, day)
        line.about(said[0], competencies=list(levels))
        return said


def ask_to_assess(organisation: Organisation, person: Person, *, asked: Person, note: str = "") -> None:
    """Somebody asks another who may to say at which level they are; each is asked once a day."""
    with action("ask_to_assess", by=person, scope=organisation) as line:
        _refuse_stranger(organisation, person)
        if not queries.assessors_of(organisation, person).filter(pk=asked.pk).exists():
            raise ValidationError({"asked": f"{asked} may not say at which level you are: ask the PMO or your mentor."})
        wish = Wording("They would like to know at which level you see them.")
        notify(
            organisation,
            [asked],
            kind="competence_asked",
            title=Wording("{by} asks you to assess them", by=person),
            reason=as_written(note.strip()) if note.strip() else wish,
            path=reverse("competence:through_of", args=[organisation.slug, person.pk]),
            key=f"assess:{person.pk}:{asked.pk}:{today(organisation)}",
        )
        line.about(person, asked=str(asked))


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


def _tell(organisation: Organisation, person: Person, by: Person, day: date) -> None:
    notify(
        organisation,
        [person],
        kind="competence_assessed",
        title=Wording("{by} has said at which level you are", by=by),
        reason=Wording("Only you and the PMO see it."),
        path=reverse("competence:own", args=[organisation.slug]),
        key=f"assessed:{person.pk}:{by.pk}:{day}",
    )


def _refuse_stranger(organisation: Organisation, person: Person) -> None:
    if not Membership.objects.filter(organisation=organisation, person=person, active=True).exists():
        raise ValidationError(f"{person} does not belong to {organisation}.")


def _refuse_unknown(organisation: Organisation, *competencies: str) -> None:
    if not queries.competencies_of(organisation).keys() >= set(competencies):
        raise ValidationError({"competency": "The standard in force does not know this competency."})
