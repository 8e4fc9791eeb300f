"""A portfolio to choose from, made by a seed: candidates with dependencies over periods, budget and roles."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from plumbline.engine.optimisation.selection import Candidate, Group, Problem

PERIODS, ROLES = 12, 8


def portfolio(count: int, seed: int = 1, tightness: float = 0.45) -> Problem:
    """A third of the candidates may start later, a third need another, and one in twelve excludes another.

    Budget and capacity are the same in each period, as money and teams are: ``tightness`` of the mean that is asked.
    """
    chance = Random(seed)
    candidates = tuple(_candidate(chance, number, count) for number in range(count))
    asked = sum((each.all_cost for each in candidates), Decimal(0)) / PERIODS
    roles = {f"role {number}": Decimal(0) for number in range(ROLES)}
    for each in candidates:
        for role, amounts in each.roles.items():
            roles[role] += sum(amounts, Decimal(0))
    part = Decimal(str(tightness))
    return Problem(
        candidates,
        PERIODS,
        (Decimal(round(asked * part)),) * PERIODS,
        capacity={name: (Decimal(round(total / PERIODS * part)),) * PERIODS for name, total in roles.items()},
        groups=tuple(
            Group(f"at most one of {first} and {second}", (str(first), str(second)), 0, 1)
            for first, second in (sorted(chance.sample(range(count), 2)) for _ in range(count // 12))
        ),
    )


def _candidate(chance: Random, number: int, count: int) -> Candidate:
    span = chance.randint(2, 6)
    earliest = chance.randint(0, PERIODS - span)
    cost = tuple(Decimal(chance.randint(20, 400)) for _ in range(span))
    value = Decimal(round(sum(cost, Decimal(0)) * Decimal(chance.uniform(0.7, 1.8))))
    return Candidate(
        str(number),
        value,
        cost,
        {
            f"role {role}": tuple(Decimal(chance.randint(1, 6)) for _ in range(span))
            for role in chance.sample(range(ROLES), chance.randint(1, 3))
        },
        (str(chance.randrange(number)),) if number % 3 == 1 else (),
        earliest=earliest,
        latest=min(earliest + (chance.randint(1, 3) if number % 3 == 0 else 0), PERIODS - span),
        loss_per_period=value // 50,
    )
