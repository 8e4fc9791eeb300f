"""Who is needed for what, over several plans that share people and machines by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plumbline.engine.optimisation.levelling.skills import Sharing, limits
from plumbline.engine.schedule import Assignment, Resource, Schedule, Uid

PARTS_OF_A_UNIT = 100
"""Units are counted in hundredths: half a person is 50."""

_NOT_LEVELLED = ("material", "cost")


@dataclass(frozen=True, slots=True)
class Supply:
    """Of a resource, or of a pool of them that can stand in for each other: ``capacity`` in hundredths of a unit."""

    name: str
    capacity: int


@dataclass(slots=True)
class Demand:
    """``needs`` by plan and activity: for each place in ``supplies`` the hundredths that are needed while it lasts.

    ``unlimited`` names resources whose plan does not say how many there are; they hold nothing up.
    """

    supplies: list[Supply] = field(default_factory=list)
    needs: list[dict[Uid, dict[int, int]]] = field(default_factory=list)
    unlimited: list[str] = field(default_factory=list)


def demand_of(plans: Sequence[Schedule], sharing: Sharing | None = None) -> Demand:
    """What the plans need of resources with a limit, as far as it can be short.

    Resources of one name are the same in all plans; where plans differ on how many there are, the most holds. A pool
    has as many as its members together, and skills as many as people who have them. Material and cost are not
    levelled. Raises TooManySkills.
    """
    shared = sharing or Sharing()
    pool_of = {_key(name): pool for name, pool in shared.pools.items()}
    able = {_key(name): {_key(name), *map(_key, skills)} for name, skills in shared.people.items()}
    skilled = {each for skills in able.values() for each in skills}
    most = {name: each for name, each in _most_of_each(plans).items() if name not in skilled}
    supplies, places = _plain_supplies(most, pool_of)
    needed = {_name(each) for plan in plans for each in plan.resources if _is_levelled(each)} & skilled
    for chosen, count in limits({name: tuple(skills) for name, skills in able.items()}, needed).items():
        for skill in chosen:
            places[skill] = (*places.get(skill, ()), len(supplies))
        supplies.append(Supply(" or ".join(sorted(chosen)), count * PARTS_OF_A_UNIT))
    demand = Demand(supplies)
    for plan in plans:
        supply_of: dict[Uid | None, tuple[int, ...]] = {}
        for resource in plan.resources:
            name = _name(resource)
            key = name if name in skilled else _key(pool_of.get(name, name))
            if _is_levelled(resource):
                supply_of[resource.uid] = places.get(key, ())
        demand.needs.append(_needs(plan, supply_of))
    demand.unlimited = sorted(
        {
            each.name or str(each.uid)
            for plan in plans
            for each in plan.resources
            if _is_levelled(each) and _name(each) not in most.keys() | skilled
        }
    )
    return _scarce(demand)


def _plain_supplies(
    most: Mapping[str, tuple[str, float]], pool_of: Mapping[str, str]
) -> tuple[list[Supply], dict[str, tuple[int, ...]]]:
    """Resources and pools with a number, and the place of each by its name."""
    capacity: dict[str, int] = defaultdict(int)
    shown: dict[str, str] = {}
    for key, (name, units) in most.items():
        pool = pool_of.get(key, name)
        shown.setdefault(_key(pool), pool)
        capacity[_key(pool)] += int(units * PARTS_OF_A_UNIT + 1e-6)
    supplies = [Supply(shown[key], each) for key, each in capacity.items()]
    return supplies, {key: (place,) for place, key in enumerate(capacity)}


def _scarce(demand: Demand) -> Demand:
    """Only the supplies that can be short: with enough for all who ever need some, nobody has to wait."""
    needed: dict[int, int] = defaultdict(int)
    for needs in demand.needs:
        for each in needs.values():
            for supply, amount in each.items():
                needed[supply] += amount
    scarce = [place for place, each in enumerate(demand.supplies) if needed[place] > each.capacity]
    place_of = {supply: place for place, supply in enumerate(scarce)}
    return Demand(
        [demand.supplies[each] for each in scarce],
        [
            {
                uid: {place_of[supply]: amount for supply, amount in each.items() if supply in place_of}
                for uid, each in needs.items()
            }
            for needs in demand.needs
        ],
        demand.unlimited,
    )


def _most_of_each(plans: Sequence[Schedule]) -> dict[str, tuple[str, float]]:
    most: dict[str, tuple[str, float]] = {}
    for plan in plans:
        for each in plan.resources:
            if _is_levelled(each) and each.max_units is not None:
                name, before = most.get(_name(each), (each.name or str(each.uid), 0.0))
                most[_name(each)] = name, max(before, each.max_units)
    return most


def _needs(plan: Schedule, supply_of: Mapping[Uid | None, tuple[int, ...]]) -> dict[Uid, dict[int, int]]:
    needs: dict[Uid, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for assignment in plan.assignments:
        activity = plan.activity_by_uid.get(assignment.activity)
        units = round(_units(assignment, activity.duration if activity else 0) * PARTS_OF_A_UNIT)
        for supply in supply_of.get(assignment.resource, ()):
            needs[assignment.activity][supply] += units
    return needs


def _units(assignment: Assignment, duration: int) -> float:
    if assignment.units is not None:
        return assignment.units
    return assignment.work / duration if assignment.work and duration else 1.0


def _is_levelled(resource: Resource) -> bool:
    return resource.kind not in _NOT_LEVELLED


def _name(resource: Resource) -> str:
    return _key(resource.name or str(resource.uid))


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
