"""Who does the work of each activity, in the three cells a table has for it: owner, work and cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plumbline.engine.schedule import Activity, Assignment, Schedule, Uid
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.written import Losses

_CENT = 0.005
_NOT_NAMES = ("", "-", "n/a", "none", "tbd")


@dataclass(frozen=True, slots=True)
class Share:
    """``work`` in minutes and ``cost`` of one activity, shared equally by ``names`` when it is read.

    The first of ``names`` is taken to answer for it.
    """

    names: tuple[str, ...] = ()
    work: int = 0
    cost: float | None = None


def shares(schedule: Schedule, losses: Losses) -> dict[Uid, Share]:
    """By uid of the activity."""
    names = {each.uid: _name(each.name) for each in schedule.resources}
    for each in schedule.resources:
        if names[each.uid] != each.name:
            losses.add("Resource names with separators", "written without them", each.name)
        if each.kind != "work" or each.calendar is not None or each.max_units is not None:
            losses.add("Kind, calendar and availability of a resource", "left out", each.name)
    of_activity: dict[Uid, list[Assignment]] = defaultdict(list)
    for one in schedule.assignments:
        of_activity[one.activity].append(one)
    return {each.uid: _share(each, of_activity.get(each.uid, []), names, losses) for each in schedule.activities}


def _share(activity: Activity, assignments: Sequence[Assignment], names: dict[Uid, str], losses: Losses) -> Share:
    takers = [names.get(each.resource, "") if each.resource is not None else "" for each in assignments]
    responsible = _name(activity.responsible)
    named = tuple(dict.fromkeys(each for each in takers if each))
    share = Share(
        names=tuple(dict.fromkeys(each for each in (responsible, *named) if each)),
        work=sum(each.work for each in assignments),
        cost=activity.budget if activity.budget is not None else sum(each.cost for each in assignments) or None,
    )
    place = activity.id or str(activity.uid)
    if responsible not in ("", *named) or responsible != activity.responsible:
        losses.add("Person who answers for an activity", "written as its first owner, who works on it", place)
    if named and not responsible:
        losses.add("Work that nobody answers for", "the first of its owners is taken when it is read", place)
    if len(takers) > max(len(named), 1) or len({(each.work, each.cost) for each in assignments}) > 1:
        losses.add("Work and cost of each of several resources", "only their sum is written", place)
    if abs((share.cost or 0.0) - sum(each.cost for each in assignments)) >= _CENT:
        losses.add("Cost that is not that of the resources", "they are taken to share it when it is read", place)
    if any(each.units is not None for each in assignments):
        losses.add("Share of a resource that an activity takes", "left out", place)
    return share


def _name(name: str) -> str:
    """Owners are separated by commas and semicolons, and brackets begin what is not the name."""
    plain = one_line(name.replace(",", " ").replace(";", " ").partition("[")[0])
    return "" if plain.lower() in _NOT_NAMES else plain
