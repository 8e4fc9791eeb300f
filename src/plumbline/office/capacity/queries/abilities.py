"""Roles and skills: which there are, who has them, and which hang on one person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from plumbline.engine.capacity import Need, SinglePoint, single_points
from plumbline.office.capacity.models import Ability, HeldAbility, ResourcePerson
from plumbline.office.capacity.queries.picture import Picture
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project


def abilities_of(organisation: Organisation) -> list[Ability]:
    """Those that are offered."""
    return list(Ability.objects.filter(organisation=organisation, ended_at=None))


def holders(organisation: Organisation) -> dict[Ability, frozenset[int]]:
    """By ability the people who have it and have not left; three queries."""
    day = today(organisation)
    there = Q(last_day=None) | Q(last_day__gte=day)
    people = ResourcePerson.objects.filter(there, organisation=organisation)
    found: dict[int, set[int]] = defaultdict(set)
    for person, role in people.values_list("pk", "role"):
        if role is not None:
            found[role].add(person)
    held = HeldAbility.objects.filter(person__in=people).values_list("person_id", "ability_id")
    for who, what in held:
        found[what].add(who)
    return {each: frozenset(found[each.pk]) for each in abilities_of(organisation)}


@dataclass(frozen=True, slots=True)
class PointRow:
    ability: Ability
    holder: ResourcePerson | None
    projects: list[Project]
    critical_in: list[Project]
    hours: int

    @property
    def status(self) -> str:
        """Red where nobody has it or critical work hangs on it, else amber."""
        return "red" if self.holder is None or self.critical_in else "amber"


def single_point_rows(organisation: Organisation, seen: Picture) -> list[PointRow]:
    """What hangs on one person within the window of the picture; five queries more."""
    by_ability = holders(organisation)
    needs: dict[tuple[int, int], list[int]] = {}
    asked: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row, ask in enumerate(seen.asks):
        minutes = int(seen.asked[row].sum())
        if ask.person is not None and minutes:
            sums = needs.setdefault((ask.project, seen.people[ask.person].pk), [0, 0])
            sums[0] += minutes
            sums[1] += ask.critical
        elif ask.role is not None:
            asked[ask.role][ask.project] += minutes
    points = single_points(
        {ability.pk: people for ability, people in by_ability.items()},
        [Need(project, person, *sums) for (project, person), sums in needs.items()],
        asked,
    )
    return _rows(organisation, points, {each.pk: each for each in by_ability})


def _rows(organisation: Organisation, points: list[SinglePoint], abilities: dict[int, Ability]) -> list[PointRow]:
    projects = {each.pk: each for each in Project.objects.filter(organisation=organisation)}
    numbers = [each.holder for each in points if each.holder is not None]
    people: dict[Any, ResourcePerson] = ResourcePerson.objects.in_bulk(numbers)
    return [
        PointRow(
            abilities[each.ability],
            people.get(each.holder),
            [projects[number] for number in each.projects],
            [projects[number] for number in each.critical_in],
            round(each.minutes / 60),
        )
        for each in points
        if each.ability in abilities
    ]
