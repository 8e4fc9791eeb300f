"""Levelling: from plans that share people and machines to dates at which there is enough of everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

import numpy as np

from plumbline.engine.calendars.work_horizon import to_datetime, to_minutes
from plumbline.engine.optimisation.levelling import columns as at
from plumbline.engine.optimisation.levelling.checker import Key, Placed, check
from plumbline.engine.optimisation.levelling.grid import Windows
from plumbline.engine.optimisation.levelling.machine import Machine, fastest
from plumbline.engine.optimisation.levelling.model import Model, days_needed, model_of
from plumbline.engine.optimisation.levelling.placing import calendars_of, key_of, placed_at
from plumbline.engine.optimisation.levelling.proof import Proof, prove
from plumbline.engine.optimisation.levelling.reasons import moves
from plumbline.engine.optimisation.levelling.result import Levelled, ProjectResult
from plumbline.engine.optimisation.levelling.rules import Rule
from plumbline.engine.optimisation.levelling.schemes import Scheme, SlotsRunOut, generate, without_limits
from plumbline.engine.optimisation.levelling.search import Effort, Found, search
from plumbline.engine.optimisation.levelling.situation import CannotLevel, Situation, Wish, situation_of
from plumbline.engine.optimisation.levelling.skills import Sharing
from plumbline.engine.optimisation.levelling.tables import Asked
from plumbline.engine.readers.rcpsp_instance import Job, plan_of
from plumbline.engine.schedule import Link, Schedule

_LONGEST_GRID_DAYS = 80_000


class Objective(StrEnum):
    """What is to be as small as can be. Tardiness is that of each plan times its weight; the makespan comes second."""

    MAKESPAN = "makespan"
    TARDINESS = "tardiness"


def level(
    plans: Sequence[Schedule],
    *,
    objective: Objective = Objective.MAKESPAN,
    wishes: Sequence[Wish] = (),
    sharing: Sharing | None = None,
    links_between: Iterable[Link] = (),
    effort: Effort | None = None,
    proof: Proof | None = None,
    machine: Machine | None = None,
) -> Levelled:
    """The best dates found for ``plans`` within ``effort``, every activity as early as people allow.

    ``wishes`` are in the order of the plans. With ``proof`` CP-SAT goes on from what was found (extra ``optimise``).
    Raises CannotLevel, LoopInSchedule, OutOfWorkingTime, and Stopped when the caller says so.
    Source: docs/methods/levelling.md.
    """
    links = tuple(links_between)
    situation = situation_of(plans, links, wishes, sharing)
    by = machine or fastest()
    asked = Asked(tardiness=objective is Objective.TARDINESS)

    def found_on(model: Model) -> Found:
        _set_bound(model, by)
        found = search(model.columns, effort or Effort(), by)
        return prove(model.columns, found, proof) if proof and not found.proven else found

    return _levelled(situation, asked, links, sharing, by, found_on)


def level_by_rule(
    plans: Sequence[Schedule],
    rule: Rule,
    *,
    scheme: Scheme = Scheme.SERIAL,
    objective: Objective = Objective.MAKESPAN,
    wishes: Sequence[Wish] = (),
    sharing: Sharing | None = None,
    links_between: Iterable[Link] = (),
    machine: Machine | None = None,
) -> Levelled:
    """The dates of one pass by ``rule``, which takes no time to speak of. Raises as ``level`` does."""
    links = tuple(links_between)
    situation = situation_of(plans, links, wishes, sharing)
    by = machine or fastest()

    def found_on(model: Model) -> Found:
        _set_bound(model, by)
        starts, cost = generate(model.columns, rule, scheme, by)
        return Found(starts, cost, 1, cost <= model.columns.settings[at.BOUND])

    return _levelled(situation, Asked(tardiness=objective is Objective.TARDINESS), links, sharing, by, found_on)


def _set_bound(model: Model, machine: Machine) -> None:
    """No schedule is better than that with plenty of everything, nor than the busiest resource without a gap."""
    columns = model.columns
    _, cost = without_limits(columns, machine)
    columns.settings[at.BOUND] = max(cost, 0 if columns.settings[at.TARDINESS] else _load(model))


def _load(model: Model) -> int:
    columns, situation = model.columns, model.situation
    load = np.zeros(max(1, len(situation.demand.supplies)), dtype=np.int64)
    for activity in columns.order:
        row = columns.activities[activity]
        for resource, amount in columns.needs[row[at.NEEDS] : row[at.NEEDS_END]]:
            load[resource] += amount * row[at.DURATION]
    first = int(columns.activities[columns.order, at.RELEASE].min())
    capacities = [max(1, each.capacity) for each in situation.demand.supplies] or [1]
    return first + max(-(-int(each) // capacity) for each, capacity in zip(load, capacities, strict=True))


def _levelled(
    situation: Situation,
    asked: Asked,
    links: tuple[Link, ...],
    sharing: Sharing | None,
    machine: Machine,
    found_on: Callable[[Model], Found],
) -> Levelled:
    """On a grid as long as it has to be."""
    days = days_needed(situation)
    while True:
        model = model_of(situation, asked, days=days)
        try:
            return _result(model, found_on(model), links, sharing, machine)
        except SlotsRunOut:
            days *= 2
            if days > _LONGEST_GRID_DAYS:
                raise CannotLevel(
                    "The activities do not fit into two hundred years. Look for a resource that hardly ever works."
                ) from None


def _result(model: Model, found: Found, links: tuple[Link, ...], sharing: Sharing | None, machine: Machine) -> Levelled:
    situation = model.situation
    placed = placed_at(model, found.starts)
    unlimited, _ = without_limits(model.columns, machine)
    start = min(each.start for each in placed.values() if each.moved)
    finish = max(each.finish for each in placed.values())
    whole = model.grid.whole
    bound = int(model.columns.settings[at.BOUND])
    if model.columns.settings[at.TARDINESS]:
        bound %= int(model.columns.settings[at.TARDINESS])
    return Levelled(
        situation.plans,
        placed,
        {key: to_datetime(each) for node, each in enumerate(situation.early) if (key := key_of(situation, node))},
        start,
        finish,
        work_between(whole, start, finish),
        bound * model.grid.size,
        tuple(_project(model, each, placed) for each in range(len(situation.plans))),
        moves(model, found.starts, unlimited, placed),
        check(situation.plans, placed, calendars_of(situation), links, sharing),
        tuple(situation.demand.unlimited),
        tuple(key for node in model.asks_too_much if (key := key_of(situation, node))),
        found.proven,
        found.tried,
        machine.name,
    )


def _project(model: Model, project: int, placed: Mapping[Key, Placed]) -> ProjectResult:
    situation = model.situation
    plan, due = situation.plans[project], to_datetime(situation.due_of(project))
    finish = max((each.finish for key, each in placed.items() if key[0] == project), default=due)
    return ProjectResult(
        plan.name or plan.id,
        to_datetime(situation.finishes[project]),
        due,
        finish,
        max(0, work_between(model.grid.whole, due, finish)),
        situation.wishes[project].weight,
    )


def work_between(whole: Windows, start: datetime, finish: datetime) -> int:
    one, other = whole.work_before(np.array([to_minutes(start), to_minutes(finish)]))
    return int(other - one)


def warmed_up(machine: Machine) -> Machine:
    """``machine`` once it has compiled all that a search needs, which three activities are enough for."""
    plan = plan_of([Job(1, (), (2,))] * 3, [("R1", 3)])
    level([plan], effort=Effort(generations=1, population=2), machine=machine)
    return machine
