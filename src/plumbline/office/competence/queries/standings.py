"""Which level counts of all that was said, and who may say one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from plumbline.engine.competence import Said, Standing, standing_on
from plumbline.engine.standard import Standard
from plumbline.engine.standard.competencies import Competency
from plumbline.office.competence.evidence import Shown, evidence_of
from plumbline.office.competence.models import CompetencyAssessment
from plumbline.office.foundation.access import may
from plumbline.office.mentoring.models import Pair
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role, roles_with
from plumbline.office.standards.queries import in_force, standard_of

ASSESSED = (Role.PROJECT_MANAGER,)
"""Whose competencies the figures of the office are about."""
ByName = Mapping[str, list[Said]]


def standard_in_force(organisation: Organisation) -> Standard | None:
    version = in_force(organisation)
    return standard_of(version) if version else None


def competencies_of(organisation: Organisation) -> dict[str, Competency]:
    standard = standard_in_force(organisation)
    return dict(standard.competencies) if standard else {}


def may_assess(organisation: Organisation, person: Person, by: Person) -> bool:
    """The person, whoever leads managers, and a mentor in a pair that runs."""
    membership = Membership.objects.filter(organisation=organisation, person=by, active=True).first()
    if membership is None:
        return False
    if by.pk == person.pk or may(membership, "assess_competence"):
        return True
    return _mentors(organisation, person).filter(mentor=by).exists()


def assessors_of(organisation: Organisation, person: Person) -> QuerySet[Person]:
    """Whom the person can ask: others who may say at which level they are."""
    staff = people_in(organisation, *roles_with("assess_competence")).values("pk")
    mentors = _mentors(organisation, person).filter(mentor__in=people_in(organisation).values("pk")).values("mentor")
    return Person.objects.filter(Q(pk__in=staff) | Q(pk__in=mentors)).exclude(pk=person.pk).order_by("name", "pk")


def _mentors(organisation: Organisation, person: Person) -> QuerySet[Pair]:
    return Pair.objects.filter(organisation=organisation, mentee=person, state=Pair.State.RUNNING)


class Standings:
    """All that was said of some people, with what shows it; asked for any day. Five queries, however many they are."""

    def __init__(self, organisation: Organisation, standard: Standard, people: list[int]) -> None:
        self._said: dict[int, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
        for each in CompetencyAssessment.objects.filter(organisation=organisation, person__in=people):
            self._said[each.person_id][each.competency].append(Said(each.level, each.on, each.is_by_oneself))
        self._shown = evidence_of(organisation, standard, people)

    def said(self, person: int) -> ByName:
        return self._said[person]

    def shown(self, person: int, name: str, day: date) -> list[tuple[Shown, bool]]:
        """The latest first, each with whether it is too old to count."""
        there = [each for each in self._shown[person][name] if each.evidence.was_there(day)]
        latest_first = sorted(there, key=lambda each: each.evidence.on, reverse=True)
        return [(each, each.evidence.is_aged(day)) for each in latest_first]

    def of(self, person: int, day: date) -> dict[str, Standing]:
        found = {}
        for name, words in self._said[person].items():
            standing = standing_on(day, words, [each.evidence for each in self._shown[person][name]])
            if standing:
                found[name] = standing
        return found

    def levels(self, person: int, day: date) -> dict[str, int]:
        return {name: each.level for name, each in self.of(person, day).items()}
