"""What of the longest path is still to come, and the links that make it."""

from __future__ import annotations

from plumbline.engine.facts import PlanFacts
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.rule import not_assessable
from plumbline.engine.schedule import Activity, Link

NO_PATH = not_assessable("Nothing open is left on the longest path, so there is no path to the finish to look at.")


def open_path(plan: PlanFacts) -> tuple[Activity, ...]:
    """The tasks and milestones on the longest path that are not complete, in the order of the network."""
    still_open = {each.uid: each for each in open_work(plan.schedule)}
    return tuple(still_open[uid] for uid in plan.calculation.longest_path if uid in still_open)


def driving_links(plan: PlanFacts) -> tuple[Link, ...]:
    """The links along that path from an activity to one whose early dates it holds."""
    on_path, dates = {each.uid for each in open_path(plan)}, plan.calculation.dates
    held_by = {uid: set(dates[uid].driving) for uid in on_path}
    return tuple(
        each
        for each in plan.schedule.links
        if each.successor in on_path and each.predecessor in on_path and each.predecessor in held_by[each.successor]
    )
