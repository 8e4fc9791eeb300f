"""What is different between two versions of a plan, grouped and worded for planners. Nothing here calculates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plumbline.engine.comparison import Change, ChangeKind, Comparison, How, Thing, compare
from plumbline.engine.schedule import Link, Schedule, Uid
from plumbline.office.projects.models import PlanVersion
from plumbline.office.projects.queries.change_words import subject_words, values_of
from plumbline.office.projects.queries.plan_words import field_words, id_of
from plumbline.office.projects.queries.plan_words import kind_words as link_kind_words
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule

KINDS = {
    ChangeKind.ACTIVITIES: "Activities added and removed",
    ChangeKind.DURATIONS: "Durations",
    ChangeKind.LINKS: "Links",
    ChangeKind.CONSTRAINTS: "Constraints",
    ChangeKind.CALENDARS: "Calendars",
    ChangeKind.PROGRESS: "Progress",
    ChangeKind.ACTUAL_DATES: "Actual dates rewritten",
    ChangeKind.BASELINE: "Baseline",
    ChangeKind.RESOURCES: "Resources",
    ChangeKind.BUDGET: "Budget",
    ChangeKind.PLANNED_DATES: "Planned dates",
    ChangeKind.OUTLINE: "Outline",
    ChangeKind.DESCRIPTIONS: "Names and types",
    ChangeKind.SETTINGS: "Settings",
}
assert set(KINDS) == set(ChangeKind)


@dataclass(frozen=True, slots=True)
class ChangedField:
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """An activity, calendar, resource, assignment or the plan itself, and what of it changed."""

    how: How
    id: str
    name: str
    is_activity: bool
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True)
class ChangedLink:
    """``words`` reads ``A1010 FS+2d A1020``."""

    how: How
    words: str
    was: str = ""


@dataclass(frozen=True)
class PlanChanges:
    """``finish_moved_by`` is working days of the later plan, positive when it slipped; ``None`` if not known."""

    comparison: Comparison

    @property
    def before(self) -> Schedule:
        return self.comparison.before

    @property
    def after(self) -> Schedule:
        return self.comparison.after

    @property
    def is_calculated(self) -> bool:
        return self.comparison.finish_moved_by is not None

    @property
    def finish_moved_by(self) -> float | None:
        moved = self.comparison.finish_moved_by
        return (
            None if moved is None else moved / self.after.calendar_by_uid[self.after.default_calendar].minutes_per_day
        )

    @cached_property
    def counts(self) -> dict[ChangeKind, int]:
        """How many things changed in each way; one that changed in two ways is counted under both."""
        found: dict[ChangeKind, set[object]] = {each: set() for each in KINDS}
        for each in self.comparison.changes:
            is_link = each.thing is Thing.LINK
            found[each.kind].add((each.before, each.after) if is_link else (each.thing, each.uid, each.name))
        return {kind: len(things) for kind, things in found.items()}

    @cached_property
    def links(self) -> list[ChangedLink]:
        """Those that changed first, then new ones, then those that are gone."""
        return [self._link(*each) for each in self.comparison.links]

    def things(self, kind: ChangeKind | None) -> list[ChangedThing]:
        """What changed in that way, or in any, apart from links and from activities that came or went."""
        grouped: dict[object, list[Change]] = {}
        for each in self.comparison.changes:
            if each.kind not in (ChangeKind.ACTIVITIES, ChangeKind.LINKS) and kind in (None, each.kind):
                grouped.setdefault((each.thing, each.uid, each.name), []).append(each)
        return [self._thing(each) for each in grouped.values()]

    @cached_property
    def uids(self) -> frozenset[Uid]:
        """Activities of the later plan that somebody changed, in the plan, its logic or its progress."""
        touched = (each for each in self.comparison.changes if each.kind is not ChangeKind.PLANNED_DATES)
        by_activity = (Thing.ACTIVITY, Thing.LINK, Thing.ASSIGNMENT)
        return frozenset(each.uid for each in touched if each.thing in by_activity and each.uid is not None)

    def _thing(self, changes: list[Change]) -> ChangedThing:
        first = changes[0]
        fields = tuple(
            ChangedField(field_words(each.field), *values_of(self.before, self.after, each)) for each in changes
        )
        return ChangedThing(first.how, first.id, subject_words(first), first.thing is Thing.ACTIVITY, fields)

    def _link(self, was: Link | None, now: Link | None) -> ChangedLink:
        link = now or was
        assert link is not None
        before, after = (
            self.after if each in self.after.activity_by_uid else self.before
            for each in (link.predecessor, link.successor)
        )
        lags_in = self.after if before is after is self.after else self.before
        words = f"{id_of(before, link.predecessor)} {link_kind_words(lags_in, link)} {id_of(after, link.successor)}"
        if was and now:
            return ChangedLink(How.CHANGED, words, link_kind_words(self.before, was))
        return ChangedLink(How.ADDED if now else How.REMOVED, words)


def plan_changes(before: PlanVersion, after: PlanVersion) -> PlanChanges:
    return _plan_changes(
        (before.document_id, before.calculation_document_id), (after.document_id, after.calculation_document_id)
    )


@lru_cache(maxsize=8)
def _plan_changes(before: tuple[str, str | None], after: tuple[str, str | None]) -> PlanChanges:
    earlier, later = kept_schedule(before[0]), kept_schedule(after[0])
    return PlanChanges(compare(earlier, later, kept_calculation(before[1]), kept_calculation(after[1])))


@dataclass(frozen=True, slots=True)
class ChangeFilters:
    """``kind`` is ``None`` for every kind of change."""

    text: str = ""
    kind: ChangeKind | None = None

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> ChangeFilters:
        kind = query.get("kind", "")
        known = ChangeKind(kind) if kind in set(ChangeKind) else None
        return cls(query.get("text", "").replace("\x00", "").strip()[:100], known)

    def shows(self, kind: ChangeKind) -> bool:
        return self.kind in (None, kind)

    def says(self, words: str) -> bool:
        return all(each in words.casefold() for each in self.text.casefold().split())
