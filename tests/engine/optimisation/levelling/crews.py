"""Small plans with people: who is needed for what, in a short notation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from engine.schedule.nets import START, net
from plumbline.engine.optimisation.levelling import PYTHON, Effort, Levelled, Objective, level
from plumbline.engine.schedule import Assignment, Resource, Schedule

QUICK = Effort(generations=3, population=12)


def crew(
    durations: Mapping[str, float],
    links: str = "",
    needs: str = "",
    *,
    people: Mapping[str, float] | None = None,
    **fields: Any,
) -> Schedule:
    """``needs`` is ``"A Ada, B Ada 0.5"``; ``people`` says how many there are of each, one of those not named."""
    asked = [(who, name, float(units or 1)) for who, name, units in re.findall(r"(\w+) (\w+) ?([\d.]+)?", needs)]
    names = sorted({name for _, name, _ in asked} | set(people or {}))
    return replace(
        net(durations, links, **fields),
        resources=tuple(Resource(each, each, max_units=(people or {}).get(each, 1.0)) for each in names),
        assignments=tuple(Assignment(who, name, units=units) for who, name, units in asked),
    )


def levelled(*plans: Schedule, effort: Effort = QUICK, **asked: Any) -> Levelled:
    """In plain Python: what machine code makes of it is the same."""
    return level(plans, effort=effort, machine=PYTHON, **asked)


def starts(result: Levelled, plan: int = 0) -> dict[Any, datetime]:
    return {uid: placed.start for (place, uid), placed in result.placed.items() if place == plan}


def days(result: Levelled, plan: int = 0) -> dict[Any, float]:
    return {uid: (start - START) / timedelta(days=1) for uid, start in starts(result, plan).items()}


TARDINESS = Objective.TARDINESS
