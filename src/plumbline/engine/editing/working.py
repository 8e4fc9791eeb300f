"""A plan in the middle of an edit: rows and what hangs on them, put together again at the end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.editing.row_order import with_parts
from plumbline.engine.schedule import Activity, Assignment, Link, Resource, Schedule, Uid
from plumbline.engine.schedule.calculation import ActivityDates


class Working:
    """Takes changes row by row, so that many cost one look at the whole plan. Uids, order and outline stay."""

    def __init__(self, schedule: Schedule) -> None:
        self.before = schedule
        self._changed: dict[Uid, Activity] = {}
        self._links: dict[Uid, tuple[Link, ...]] = {}
        self._assignments: dict[Uid, tuple[Assignment, ...]] = {}
        self._new_resources: list[Resource] = []
        self.also_called: dict[str, Uid] = {}

    def activity(self, uid: Uid) -> Activity:
        return self._changed.get(uid) or self.before.activity_by_uid[uid]

    def put(self, activity: Activity) -> None:
        if activity.id != self.activity(activity.uid).id:
            self.__dict__.pop("uid_by_id", None)
            self.__dict__.pop("known_labels", None)
        self._changed[activity.uid] = activity

    def calendar_of(self, activity: Activity) -> WorkCalendar:
        return self.before.calendar_of(activity)

    def dates(self, uid: Uid) -> ActivityDates:
        """As calculated before the edit; without any where that cannot be."""
        known = calculated(self.before)
        return (known.dates.get(uid) if known else None) or ActivityDates()

    @cached_property
    def uid_by_id(self) -> dict[str, Uid]:
        """The first row that has an id; rows without one of their own go by their uid."""
        rows = [self.activity(each.uid) for each in self.before.activities]
        ids = {each.id: each.uid for each in reversed(rows) if each.id}
        return {str(each.uid): each.uid for each in rows} | ids | self.also_called

    @cached_property
    def known_labels(self) -> dict[str, Uid]:
        """Each name that a row goes by, by itself, as what writes cells looks them up."""
        return {name: name for name in self.uid_by_id}

    def label(self, uid: Uid) -> str:
        """What a row is called in a cell."""
        own = self.activity(uid).id
        return own if self.uid_by_id.get(own) == uid else str(uid)

    def links_to(self, uid: Uid) -> tuple[Link, ...]:
        return self._links[uid] if uid in self._links else tuple(self._links_to.get(uid, ()))

    def links_from(self, uid: Uid) -> tuple[Link, ...]:
        kept = (each for each in self._links_from.get(uid, ()) if each.successor not in self._links)
        changed = (each for links in self._links.values() for each in links if each.predecessor == uid)
        return (*kept, *changed)

    def put_links_to(self, uid: Uid, links: Iterable[Link]) -> None:
        self._links[uid] = tuple(links)

    def assignments_of(self, uid: Uid) -> tuple[Assignment, ...]:
        return self._assignments[uid] if uid in self._assignments else tuple(self._assignments_of.get(uid, ()))

    def put_assignments_of(self, uid: Uid, assignments: Iterable[Assignment]) -> None:
        self._assignments[uid] = tuple(assignments)

    @property
    def resources(self) -> tuple[Resource, ...]:
        return (*self.before.resources, *self._new_resources)

    def add_resource(self, resource: Resource) -> None:
        self._new_resources.append(resource)

    @cached_property
    def _links_to(self) -> dict[Uid, list[Link]]:
        found: dict[Uid, list[Link]] = {}
        for each in self.before.links:
            found.setdefault(each.successor, []).append(each)
        return found

    @cached_property
    def _links_from(self) -> dict[Uid, list[Link]]:
        found: dict[Uid, list[Link]] = {}
        for each in self.before.links:
            found.setdefault(each.predecessor, []).append(each)
        return found

    @cached_property
    def _assignments_of(self) -> dict[Uid, list[Assignment]]:
        found: dict[Uid, list[Assignment]] = {}
        for each in self.before.assignments:
            found.setdefault(each.activity, []).append(each)
        return found

    def finished(self) -> Schedule:
        before = self.before
        return with_parts(
            before,
            tuple(self._changed.get(each.uid, each) for each in before.activities)
            if self._changed
            else before.activities,
            self._all_links(),
            self._all_assignments(),
            self.resources if self._new_resources else before.resources,
        )

    def _all_links(self) -> tuple[Link, ...]:
        """What leads to a row stands where it stood; to a row that nothing led to, at the end."""
        if not self._links:
            return self.before.links
        waiting = dict(self._links)
        links: list[Link] = []
        for each in self.before.links:
            if each.successor in self._links:
                links.extend(waiting.pop(each.successor, ()))
            else:
                links.append(each)
        return (*links, *(each for rest in waiting.values() for each in rest))

    def _all_assignments(self) -> tuple[Assignment, ...]:
        if not self._assignments:
            return self.before.assignments
        waiting = dict(self._assignments)
        assignments: list[Assignment] = []
        for each in self.before.assignments:
            if each.activity in self._assignments:
                assignments.extend(waiting.pop(each.activity, ()))
            else:
                assignments.append(each)
        return (*assignments, *(each for rest in waiting.values() for each in rest))
