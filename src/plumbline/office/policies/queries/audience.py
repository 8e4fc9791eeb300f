"""Whom a policy concerns, and how many of them have read it. Only who belongs to the organisation now counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery
from django.db.models.query import prefetch_related_objects

from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import ids_under_each
from plumbline.office.policies.models import Acknowledgement, Policy

Place = tuple[str, int | None]
"""A role and a unit: all that decides whether a policy concerns somebody."""


@dataclass(frozen=True, slots=True)
class ReadCount:
    read: int
    asked: int

    @property
    def missing(self) -> int:
        return self.asked - self.read

    @property
    def words(self) -> str:
        return f"{self.read:,} of {self.asked:,} have read it"

    @property
    def percent(self) -> int:
        return 100 * self.read // self.asked if self.asked else 100


def concerned_by(policy: Policy) -> QuerySet[Membership]:
    """Those whom the policy concerns now."""
    found = Membership.objects.filter(organisation_id=policy.organisation_id, active=True)
    if policy.concerns == Policy.Concerns.ROLES:
        return found.filter(role__in=policy.roles.values("role"))
    if policy.concerns == Policy.Concerns.UNITS:
        return found.filter(unit__in=_units_of([policy])[policy.pk])
    return found


def readers(policy: Policy, *, missing: bool = False) -> QuerySet[Membership]:
    """Those whom it concerns by name, with ``read_at``; with ``missing`` only those who have not read it."""
    said = Acknowledgement.objects.filter(
        version__policy=policy, version__number__gte=policy.read_from, person=OuterRef("person")
    )
    first = said.order_by().values("person").annotate(first=Min("at")).values("first")
    found = concerned_by(policy).select_related("person", "unit").annotate(read_at=Subquery(first))
    return found.filter(read_at=None) if missing else found


def read_counts(organisation: Organisation, policies: Iterable[Policy]) -> dict[int, ReadCount]:
    """For those policies that ask to be read, by id; as many queries for one as for a hundred."""
    asking = [each for each in policies if each.asks_to_be_read]
    if not asking:
        return {}
    prefetch_related_objects(asking, "roles", "units")
    units = _units_of(asking)
    members: Mapping[Place, int] = {
        (role, unit): count
        for role, unit, count in Membership.objects.filter(organisation=organisation, active=True)
        .order_by()
        .values_list("role", "unit")
        .annotate(Count("pk"))
    }
    read = _read_by_place(organisation, asking)
    return {
        each.pk: ReadCount(
            read=_sum_of_concerned(each, units[each.pk], read.get(each.pk, {})),
            asked=_sum_of_concerned(each, units[each.pk], members),
        )
        for each in asking
    }


def _read_by_place(organisation: Organisation, policies: list[Policy]) -> dict[int, dict[Place, int]]:
    belongs = {"person__memberships__organisation": organisation, "person__memberships__active": True}
    rows = (
        Acknowledgement.objects.filter(
            version__policy__in=policies, version__number__gte=F("version__policy__read_from"), **belongs
        )
        .order_by()
        .values_list("version__policy", "person__memberships__role", "person__memberships__unit")
        .annotate(Count("person", distinct=True))
    )
    found: dict[int, dict[Place, int]] = {}
    for policy, role, unit, count in rows:
        found.setdefault(policy, {})[role, unit] = count
    return found


def _sum_of_concerned(policy: Policy, units: set[int], counts: Mapping[Place, int]) -> int:
    if policy.concerns == Policy.Concerns.ROLES:
        roles = {each.role for each in policy.roles.all()}
        return sum(count for (role, _), count in counts.items() if role in roles)
    if policy.concerns == Policy.Concerns.UNITS:
        return sum(count for (_, unit), count in counts.items() if unit in units)
    return sum(counts.values())


def _units_of(policies: list[Policy]) -> dict[int, set[int]]:
    """The units each policy names, with all units under them."""
    named = {each.pk: [unit.pk for unit in each.units.all()] for each in policies}
    under = ids_under_each(policies[0].organisation_id, {unit for units in named.values() for unit in units})
    return {pk: {each for unit in units for each in under[unit]} for pk, units in named.items()}
