"""Who can do how much and when, what is asked of them, and where that does not fit.

Everything is whole minutes of work in whole numbers, by slot: weeks, cut where a month begins.
"""

from plumbline.engine.capacity.demand import (
    ResourceDemand,
    Series,
    added,
    beyond,
    plan_demand,
    promise,
    work_left,
)
from plumbline.engine.capacity.facts import CapacityFacts, PersonFact, WeekFact
from plumbline.engine.capacity.load import USUAL, Limits, Load, excess, loads, summed, utilisation
from plumbline.engine.capacity.single_points import Need, SinglePoint, single_points
from plumbline.engine.capacity.slots import (
    Ints,
    Per,
    Periods,
    Window,
    first_day_of,
    folded,
    laid_into,
    months_from,
    periods,
    slot_of,
    slots_of,
    weeks_from,
    window,
)
from plumbline.engine.capacity.supply import InvalidShare, Member, Spell, Supply, minutes_by_day, supply

__all__ = [
    "USUAL",
    "CapacityFacts",
    "Ints",
    "InvalidShare",
    "Limits",
    "Load",
    "Member",
    "Need",
    "Per",
    "Periods",
    "PersonFact",
    "ResourceDemand",
    "Series",
    "SinglePoint",
    "Spell",
    "Supply",
    "WeekFact",
    "Window",
    "added",
    "beyond",
    "excess",
    "first_day_of",
    "folded",
    "laid_into",
    "loads",
    "minutes_by_day",
    "months_from",
    "periods",
    "plan_demand",
    "promise",
    "single_points",
    "slot_of",
    "slots_of",
    "summed",
    "supply",
    "utilisation",
    "weeks_from",
    "window",
    "work_left",
]
