"""What is different between two versions of a plan, grouped and worded for planners. Nothing here calculates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plumbline.engine.schedule import Activity, Dialect, Link, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.schedule.comparison import Change, Comparison, compare
from plumbline.office.projects.models import PlanVersion
from plumbline.office.projects.queries.plan_words import (
    DATE_FIELDS,
    PROGRESS_FIELDS,
    field_words,
    id_of,
    kind_words,
    value_words,
)
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule

KINDS = {"plan": "Scope and logic", "progress": "Progress", "dates": "Dates that moved"}


@dataclass(frozen=True, slots=True)
class ChangedField:
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedActivity:
    activity: Activity
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True)
class ChangedLink:
    """``kind`` is added, removed or changed; ``words`` reads ``A1010 FS+2d A1020``."""

    kind: str
    words: str
    was: str = ""


@dataclass(frozen=True)
class PlanChanges:
    """``finish_moved_by`` is working days of the later plan, positive when it slipped; ``None`` if not known."""

    before: Schedule
    after: Schedule
    comparison: Comparison
    is_calculated: bool

    @property
    def finish_moved_by(self) -> float | None:
        if not self.is_calculated:
            return None
        calendar = self.after.calendar_by_uid[self.after.default_calendar]
        return self.comparison.finish_moved_by / calendar.minutes_per_day

    @cached_property
    def activities(self) -> dict[str, list[ChangedActivity]]:
        """Changed activities by kind of change; one that changed in two ways is under both."""
        grouped: dict[str, dict[Uid, list[Change]]] = {each: {} for each in KINDS}
        for change in self.comparison.changed:
            if kind := self._kind(change.field):
                grouped[kind].setdefault(change.activity.uid, []).append(change)
        return {kind: [self._activity(each) for each in found.values()] for kind, found in grouped.items()}

    @cached_property
    def links(self) -> list[ChangedLink]:
        """Those that changed first, then new ones, then those that are gone."""
        gone: dict[tuple[Uid, Uid], list[Link]] = defaultdict(list)
        for link in self.comparison.links_removed:
            gone[link.predecessor, link.successor].append(link)
        changed, added = [], []
        for link in self.comparison.links_added:
            if was := gone[link.predecessor, link.successor]:
                changed.append(ChangedLink("changed", self._link(link), kind_words(self.before, was.pop(0))))
            else:
                added.append(ChangedLink("added", self._link(link)))
        removed = [ChangedLink("removed", self._link(each)) for left in gone.values() for each in left]
        return changed + added + removed

    @cached_property
    def uids(self) -> frozenset[Uid]:
        """Activities of the later plan that somebody changed, in the plan, its logic or its progress."""
        touched = {each.uid for each in self.comparison.added}
        touched.update(each.activity.uid for each in self.comparison.changed if each.field not in DATE_FIELDS)
        for link in (*self.comparison.links_added, *self.comparison.links_removed):
            touched.add(link.successor)
        return frozenset(touched)

    def _kind(self, field: str) -> str:
        if field == "id" and self.after.dialect is Dialect.MSP:
            return ""  # only the number of the row
        return "progress" if field in PROGRESS_FIELDS else "dates" if field in DATE_FIELDS else "plan"

    def _activity(self, changes: list[Change]) -> ChangedActivity:
        after = changes[0].activity
        return ChangedActivity(
            after,
            tuple(
                ChangedField(
                    field_words(each.field),
                    value_words(self.before, self._as_it_was(after), each.field, each.before),
                    value_words(self.after, after, each.field, each.after),
                )
                for each in changes
            ),
        )

    def _as_it_was(self, activity: Activity) -> Activity:
        """For its calendar: the same activity of the earlier plan, or the later one if that has another unique id."""
        was = self.before.activity_by_uid.get(activity.uid)
        known = activity.calendar is None or activity.calendar in self.before.calendar_by_uid
        return was or (activity if known else self.before.activities[0])

    def _link(self, link: Link) -> str:
        before, after = (
            self.after if each in self.after.activity_by_uid else self.before
            for each in (link.predecessor, link.successor)
        )
        lags_in = self.after if before is after is self.after else self.before
        return f"{id_of(before, link.predecessor)} {kind_words(lags_in, link)} {id_of(after, link.successor)}"


def plan_changes(before: PlanVersion, after: PlanVersion) -> PlanChanges:
    return _plan_changes(
        (before.document_id, before.calculation_document_id), (after.document_id, after.calculation_document_id)
    )


@lru_cache(maxsize=8)
def _plan_changes(before: tuple[str, str | None], after: tuple[str, str | None]) -> PlanChanges:
    earlier, later = kept_schedule(before[0]), kept_schedule(after[0])
    was, now = kept_calculation(before[1]), kept_calculation(after[1])
    is_calculated = was is not None and now is not None
    if not is_calculated:
        was = now = Calculation({}, later.start, later.start, ())  # so that the rest can still be compared
    return PlanChanges(earlier, later, compare(earlier, later, was, now), is_calculated)


@dataclass(frozen=True, slots=True)
class ChangeFilters:
    text: str = ""
    kind: str = "plan"

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> ChangeFilters:
        kind = query.get("kind", "")
        return cls(query.get("text", "").replace("\x00", "").strip()[:100], kind if kind in KINDS else "plan")

    def names(self, activity: Activity) -> bool:
        return self.says(f"{activity.id} {activity.name}")

    def says(self, words: str) -> bool:
        return all(each in words.casefold() for each in self.text.casefold().split())
