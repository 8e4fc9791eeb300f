"""Lists of people, pools, patterns, roles and skills."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from plumbline.office.capacity.models import Ability, Pool, ResourcePerson, WorkingPattern, WorkingShare
from plumbline.office.capacity.queries.abilities import holders
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.standards.queries import in_force, standard_of


def people_of(
    organisation: Organisation, *, words: str = "", pool: Pool | None = None, ability: Ability | None = None
) -> QuerySet[ResourcePerson]:
    """With their present share as ``share``; whoever has left is in it too."""
    shares = WorkingShare.objects.filter(person=OuterRef("pk"), from_on__lte=today(organisation))
    found = ResourcePerson.objects.filter(organisation=organisation)
    for word in words.split():
        found = found.filter(name__icontains=word)
    if pool:
        found = found.filter(pool=pool)
    if ability:
        found = found.filter(Q(role=ability) | Q(held_abilities__ability=ability)).distinct()
    latest = shares.order_by("-from_on", "-pk").values("percent")[:1]
    return found.select_related("unit", "pool", "role", "person").annotate(share=Subquery(latest))


def pools(organisation: Organisation) -> QuerySet[Pool]:
    found = Pool.objects.filter(organisation=organisation).select_related("unit", "owner", "deputy")
    return found.annotate(size=Count("people", distinct=True), asked_last=Max("requests__asked_at"))


def patterns(organisation: Organisation) -> QuerySet[WorkingPattern]:
    return WorkingPattern.objects.filter(organisation=organisation).annotate(size=Count("people"))


@dataclass(frozen=True, slots=True)
class AbilityRow:
    ability: Ability
    holders: int


def ability_rows(organisation: Organisation) -> list[AbilityRow]:
    """Four queries."""
    return [AbilityRow(each, len(people)) for each, people in holders(organisation).items()]


@dataclass(frozen=True, slots=True)
class Offer:
    """A role or competency of the standard that may be taken into the list."""

    kind: str
    key: str
    title: str

    @property
    def value(self) -> str:
        return f"{self.kind}-{self.key}"


def offers_of_standard(organisation: Organisation) -> list[Offer]:
    """What the standard in force names and the list has not yet."""
    version = in_force(organisation)
    if version is None:
        return []
    standard = standard_of(version)
    taken = set(Ability.objects.filter(organisation=organisation, ended_at=None).values_list("kind", "key"))
    roles = [Offer(Ability.Kind.ROLE.value, key, each.title) for key, each in standard.roles.items()]
    skills = [Offer(Ability.Kind.SKILL.value, key, each.title) for key, each in standard.competencies.items()]
    return [each for each in [*roles, *skills] if (each.kind, each.key) not in taken]
