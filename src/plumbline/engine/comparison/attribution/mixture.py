"""A plan part way between two versions of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.schedule import Activity, Link, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation


@dataclass(frozen=True)
class Versions:
    """Both versions by the ids of the later one."""

    before: Schedule
    after: Schedule

    @cached_property
    def kept(self) -> tuple[Uid, ...]:
        return tuple(each.uid for each in self.after.activities if each.uid in self.before.activity_by_uid)

    @cached_property
    def added(self) -> frozenset[Uid]:
        return frozenset(self.after.activity_by_uid.keys() - self.before.activity_by_uid.keys())

    @cached_property
    def removed(self) -> frozenset[Uid]:
        return frozenset(self.before.activity_by_uid.keys() - self.after.activity_by_uid.keys())

    @cached_property
    def links_gone(self) -> Counter[Link]:
        return Counter(self.before.links) - Counter(self.after.links)

    @cached_property
    def links_new(self) -> Counter[Link]:
        return Counter(self.after.links) - Counter(self.before.links)

    @cached_property
    def bypassed(self) -> list[Link]:
        """Links between kept activities that went because added activities now lie between the two."""
        return _replaced(self.links_gone, self.after.links, self.added)

    @cached_property
    def closed_up(self) -> list[Link]:
        """Links between kept activities that came because the removed activities between the two went."""
        return _replaced(self.links_new, self.before.links, self.removed)


@dataclass
class Mixture:
    """``plan`` gives what is neither activity, link nor calendar."""

    plan: Schedule
    activities: dict[Uid, Activity]
    links: Counter[Link]
    calendars: dict[Uid, WorkCalendar]

    @classmethod
    def of(cls, plan: Schedule) -> Mixture:
        return cls(plan, dict(plan.activity_by_uid), Counter(plan.links), dict(plan.calendar_by_uid))

    def copy(self) -> Mixture:
        return Mixture(self.plan, dict(self.activities), Counter(self.links), dict(self.calendars))

    def schedule(self) -> Schedule:
        """Raises InvalidSchedule where the parts of the two versions contradict each other."""
        return replace(
            self.plan,
            activities=tuple(self.activities.values()),
            links=tuple(self.links.elements()),
            calendars=tuple(self.calendars.values()),
        )


Edit = Callable[[Mixture, Calculation], str]
"""Changes the mixture, whose calculation is given, and says in words what was done; nothing if there was nothing."""


def _replaced(links: Counter[Link], others: tuple[Link, ...], through: frozenset[Uid]) -> list[Link]:
    """Those of ``links`` whose ends are joined by ``others`` that lead through activities of ``through`` only."""
    following: dict[Uid, list[Uid]] = {}
    for each in others:
        if each.predecessor in through or each.successor in through:
            following.setdefault(each.predecessor, []).append(each.successor)
    reached: dict[Uid, set[Uid]] = {}
    found = []
    for link in links.elements():
        if link.predecessor not in reached:
            reached[link.predecessor] = _reach(link.predecessor, following, through)
        if link.successor in reached[link.predecessor] and link.successor not in through:
            found.append(link)
    return found


def _reach(start: Uid, following: dict[Uid, list[Uid]], through: frozenset[Uid]) -> set[Uid]:
    seen: set[Uid] = set()
    ahead = list(following.get(start, ()))
    while ahead:
        uid = ahead.pop()
        if uid not in seen:
            seen.add(uid)
            if uid in through:
                ahead += following.get(uid, ())
    return seen
