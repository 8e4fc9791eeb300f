"""Names in plans: what they mean, and for the others whom they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plumbline.office.capacity.models import Ability, PlanDemand, PlanMatch, Pool, ResourcePerson
from plumbline.office.capacity.names import suggestions
from plumbline.office.people.alike import key_of, parts
from plumbline.office.people.models import Organisation

PREFIX = {ResourcePerson: "person", Ability: "ability", Pool: "pool"}


@dataclass(frozen=True, slots=True)
class Likely:
    thing: Any

    @property
    def name(self) -> str:
        return str(self.thing.name)

    @property
    def value(self) -> str:
        return value_of(self.thing)


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that plans ask for; ``meant`` is what was said about it, ``likely`` what it may mean."""

    name: str
    hours: int
    projects: list[str]
    match: PlanMatch | None
    likely: list[Likely]

    @property
    def meant(self) -> Any:
        return (self.match.person or self.match.ability or self.match.pool) if self.match else None

    @property
    def the_same(self) -> Likely | None:
        """The only one that is spelled as the name."""
        same = [each for each in self.likely if key_of(each.name) == key_of(self.name)]
        return same[0] if self.match is None and len(same) == 1 else None


def value_of(thing: Any) -> str:
    """As a choice of a form."""
    return f"{PREFIX[type(thing)]}-{thing.pk}" if thing is not None else "nobody"


def name_rows(organisation: Organisation) -> list[NameRow]:
    """Those without a meaning first, the most work first. Five queries."""
    by_key: dict[str, list[PlanDemand]] = {}
    demand = PlanDemand.objects.filter(project__organisation=organisation, project__archived_at=None)
    for each in demand.select_related("project").defer("minutes"):
        by_key.setdefault(each.key, []).append(each)
    matches = PlanMatch.objects.filter(organisation=organisation).select_related("person", "ability", "pool")
    known = {each.key: each for each in matches}
    things = meanings(organisation)
    taken_apart = [(each, parts(each.name)) for each in things]
    rows = [
        NameRow(
            those[0].name,
            round(sum(each.total for each in those) / 60),
            sorted({each.project.code for each in those}),
            known.get(key),
            [] if key in known else [Likely(each) for each in suggestions(those[0].name, taken_apart)],
        )
        for key, those in by_key.items()
    ]
    return sorted(rows, key=lambda each: (each.match is not None, -each.hours, each.name))


def meanings(organisation: Organisation) -> list[Any]:
    """People, roles and pools; three queries."""
    return [
        *ResourcePerson.objects.filter(organisation=organisation).order_by("name"),
        *Ability.objects.filter(organisation=organisation, kind=Ability.Kind.ROLE, ended_at=None).order_by("name"),
        *Pool.objects.filter(organisation=organisation).order_by("name"),
    ]


def meaning(organisation: Organisation, value: str) -> Any:
    """What a choice stands for. Raises ``KeyError`` for what is not there."""
    if value == "nobody":
        return None
    return {value_of(each): each for each in meanings(organisation)}[value]
