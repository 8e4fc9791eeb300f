"""The elements of the plan that a deliverable can stand for, and which work belongs to which deliverable."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.schedule import Uid
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries import schedule_of

LONGEST_KEY = 120


@dataclass(frozen=True, slots=True)
class Element:
    """A summary element of the plan. ``level`` counts from 0 at the top; ``count`` is of the activities below it."""

    key: str
    code: str
    name: str
    level: int
    count: int
    deliverable: Deliverable | None = None

    @property
    def indent(self) -> range:
        return range(self.level)


def summaries_of(project: Project) -> list[Element]:
    """In the order of the plan, with the deliverable that stands for each already; none without a plan."""
    if project.current_plan is None:
        return []
    taken = {each.wbs_key: each for each in project.deliverables.exclude(wbs_key="")}
    activities = schedule_of(project.current_plan).activities
    parents = {each.uid: each.parent for each in activities}
    levels: dict[Uid, int] = {}
    counts: dict[Uid, int] = {}
    for each in activities:
        above = _above(each.uid, parents)
        levels[each.uid] = len(above)
        if not each.is_summary:
            for uid in above:
                counts[uid] = counts.get(uid, 0) + 1
    return [
        Element(str(each.uid), each.id, each.name, levels[each.uid], counts.get(each.uid, 0), taken.get(str(each.uid)))
        for each in activities
        if each.is_summary and len(str(each.uid)) <= LONGEST_KEY
    ]


def deliverable_by_activity(project: Project) -> dict[Uid, Deliverable]:
    """By the uid of an activity of the current plan, the nearest deliverable above it, or the one it stands for.

    Activities that belong to none are left out, and so are deliverables that were dropped.
    """
    if project.current_plan is None:
        return {}
    kept = {each.wbs_key: each for each in project.deliverables.filter(dropped_at=None).exclude(wbs_key="")}
    activities = schedule_of(project.current_plan).activities
    parents = {each.uid: each.parent for each in activities}
    found: dict[Uid, Deliverable] = {}
    for each in activities:
        for uid in (each.uid, *_above(each.uid, parents)):
            if str(uid) in kept:
                found[each.uid] = kept[str(uid)]
                break
    return found


def _above(uid: Uid, parents: dict[Uid, Uid | None]) -> list[Uid]:
    """From the nearest up; a plan whose elements lie in a circle ends where it closes."""
    found: list[Uid] = []
    current = parents.get(uid)
    while current is not None and current in parents and current not in found:
        found.append(current)
        current = parents[current]
    return found
