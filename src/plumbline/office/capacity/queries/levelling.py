"""Capacity and demand by role and week, for whoever puts plans in order across projects."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np

from plumbline.engine.capacity import Ints, Per, folded, periods, weeks_from
from plumbline.office.capacity.models import Ability
from plumbline.office.capacity.queries.picture import picture
from plumbline.office.people.models import Organisation


@dataclass(frozen=True, slots=True)
class RoleWeeks:
    """Minutes by role (rows) and week (columns). ``free`` is what people have for projects.

    ``asked`` is by all running projects; ``asked_by`` has the same for each project by its key.
    """

    roles: tuple[Ability, ...]
    mondays: tuple[date, ...]
    free: Ints
    asked: Ints
    asked_by: dict[int, Ints]


def capacity_by_role_and_week(organisation: Organisation, first: date, weeks: int = 104) -> RoleWeeks:
    """From the week of ``first`` on; of a person their own role counts. Seven queries."""
    of = weeks_from(first, weeks)
    seen = picture(organisation, of)
    roles = tuple(Ability.objects.filter(organisation=organisation, kind=Ability.Kind.ROLE).order_by("name", "pk"))
    row_of = {each.pk: row for row, each in enumerate(roles)}
    when = periods(of, Per.WEEK)
    free = np.zeros((len(roles), len(when.days)), dtype=np.int64)
    asked_by: dict[int, Ints] = defaultdict(lambda: np.zeros_like(free))
    for person, minutes in zip(seen.people, folded(seen.free, when), strict=True):
        if person.role in row_of:
            free[row_of[person.role]] += minutes
    for ask, minutes in zip(seen.asks, folded(seen.asked, when), strict=True):
        role = seen.people[ask.person].role if ask.person is not None else ask.role
        if role in row_of:
            asked_by[ask.project][row_of[role]] += minutes
    return RoleWeeks(roles, when.days, free, sum(asked_by.values(), np.zeros_like(free)), dict(asked_by))
