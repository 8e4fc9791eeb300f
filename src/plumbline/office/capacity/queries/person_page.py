"""One person: what they can do, what is asked of them by which project, and when they are away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from plumbline.engine.capacity import Ints, Per, folded, periods
from plumbline.office.capacity.models import Ability, Leave, LineWork, ResourcePerson, WorkingShare
from plumbline.office.capacity.queries.heat_map import Cell, cells_of, window_of
from plumbline.office.capacity.queries.picture import Picture, picture
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class OfProject:
    """What one project asks in the periods of the page, in minutes."""

    project: Project
    minutes: Ints
    is_request: bool = False

    @property
    def hours(self) -> list[int]:
        return [round(int(each) / 60) for each in self.minutes]

    @property
    def total(self) -> int:
        return round(int(self.minutes.sum()) / 60)


@dataclass(frozen=True, slots=True)
class PersonPage:
    per: Per
    cells: list[Cell]
    away_hours: list[int]
    projects: list[OfProject]
    share: WorkingShare | None
    shares: list[WorkingShare]
    leave: list[Leave]
    line_work: list[LineWork]
    abilities: list[Ability]


def person_page(person: ResourcePerson, per: Per) -> PersonPage:
    """Twelve queries, however much there is."""
    organisation, day = person.organisation, today(person.organisation)
    of = window_of(organisation, per)
    seen, when = picture(organisation, of), periods(of, per)
    row = seen.number.get(person.pk)
    shares = list(person.shares.select_related("by"))
    begun = [each for each in shares if each.from_on <= day]
    return PersonPage(
        per=per,
        cells=cells_of(seen.free[row], seen.asked_of_people[row], when) if row is not None else [],
        away_hours=[round(int(each) / 60) for each in folded(seen.away[row], when)] if row is not None else [],
        projects=projects_of(seen, lambda ask: ask.person == row and row is not None, when),
        share=begun[-1] if begun else None,
        shares=shares,
        leave=list(person.leave.filter(last__gte=day, withdrawn_at=None)),
        line_work=list(person.line_work.filter(Q(last=None) | Q(last__gte=day))),
        abilities=list(Ability.objects.filter(held_by__person=person).order_by("kind", "name")),
    )


def projects_of(seen: Picture, wanted: Any, when: Any) -> list[OfProject]:
    """By project what those rows of demand ask; one query."""
    sums: dict[tuple[int, bool], Ints] = {}
    for number, ask in enumerate(seen.asks):
        if wanted(ask) and seen.asked[number].any():
            key = (ask.project, ask.is_request)
            minutes = folded(seen.asked[number], when)
            sums[key] = sums[key] + minutes if key in sums else minutes
    projects = Project.objects.in_bulk([project for project, _ in sums])
    found = [OfProject(projects[project], minutes, requested) for (project, requested), minutes in sums.items()]
    return sorted(found, key=lambda each: (-each.total, each.project.code))
