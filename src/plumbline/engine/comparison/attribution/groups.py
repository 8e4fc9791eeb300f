"""The groups of changes that can move a finish, each as an edit of a plan part way between two versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plumbline.engine.comparison.attribution.mixture import Mixture, Versions
from plumbline.engine.comparison.kinds import Cause
from plumbline.engine.schedule import Activity, Schedule

Apply = Callable[[Mixture, Versions], None]

PROGRESS_FIELDS = (
    "actual_start",
    "actual_finish",
    "suspended",
    "resumed",
    "expected_finish",
    "percent_complete",
    "duration",
    "remaining",
    "elapsed",
)
DURATION_FIELDS = ("duration", "remaining", "elapsed")
CONSTRAINT_FIELDS = (
    "constraints",
    "deadline",
    "external_early_start",
    "external_late_finish",
    "external",
    "manual",
    "active",
    "planned_start",
    "planned_finish",
)


@dataclass(frozen=True)
class Group:
    cause: Cause
    changes_anything: bool
    apply: Apply


def groups(versions: Versions) -> Iterator[Group]:
    """In the order in which they are applied. The last one makes the plan the later version, whatever is left."""
    before, after = versions.before, versions.after
    pairs = [(before.activity_by_uid[uid], after.activity_by_uid[uid]) for uid in versions.kept]
    begun = [pair for pair in pairs if _has_begun(*pair)]
    waiting = [pair for pair in pairs if not _has_begun(*pair)]
    progressed = before.data_date != after.data_date or _differ(begun, PROGRESS_FIELDS)
    yield Group(Cause.PROGRESS, progressed, _progress)
    yield Group(Cause.ADDED, bool(versions.added), add)
    yield Group(Cause.REMOVED, bool(versions.removed), _removed)
    yield Group(Cause.DURATIONS, _differ(waiting, DURATION_FIELDS), _durations)
    yield Group(Cause.LINKS, bool(versions.links_gone or versions.links_new), _links)
    yield Group(Cause.CONSTRAINTS, _differ(pairs, CONSTRAINT_FIELDS), _constraints)
    yield Group(Cause.CALENDARS, _calendars_differ(before, after) or _differ(pairs, ("calendar",)), _calendars)
    yield Group(Cause.SETTINGS, True, _settings)


def taken_from(was: Activity, now: Activity, fields: tuple[str, ...]) -> Activity:
    return replace(was, **{field: getattr(now, field) for field in fields})


def _has_begun(was: Activity, now: Activity) -> bool:
    return was.is_started or now.is_started


def _differ(pairs: list[tuple[Activity, Activity]], fields: tuple[str, ...]) -> bool:
    return any(getattr(was, field) != getattr(now, field) for was, now in pairs for field in fields)


def _calendars_differ(before: Schedule, after: Schedule) -> bool:
    return before.calendar_by_uid != after.calendar_by_uid or before.default_calendar != after.default_calendar


def _progress(mix: Mixture, versions: Versions) -> None:
    mix.plan = replace(mix.plan, data_date=versions.after.data_date)
    for uid in versions.kept:
        was, now = mix.activities[uid], versions.after.activity_by_uid[uid]
        if _has_begun(was, now):
            mix.activities[uid] = taken_from(was, now, PROGRESS_FIELDS)


def add(mix: Mixture, versions: Versions) -> None:
    mix.calendars = versions.after.calendar_by_uid | mix.calendars
    for each in versions.after.activities:
        if each.uid in versions.added:
            mix.activities[each.uid] = each
    for link in versions.links_new.elements():
        if link.predecessor in versions.added or link.successor in versions.added:
            mix.links[link] += 1
    for link in versions.bypassed:
        mix.links[link] -= 1


def _removed(mix: Mixture, versions: Versions) -> None:
    gone = versions.removed
    for uid in versions.kept:
        was = mix.activities[uid]
        if was.parent in gone:
            mix.activities[uid] = replace(was, parent=versions.after.activity_by_uid[uid].parent)
    for uid in gone:
        del mix.activities[uid]
    for link in list(mix.links):
        if link.predecessor in gone or link.successor in gone:
            del mix.links[link]
    for link in versions.closed_up:
        mix.links[link] += 1


def _durations(mix: Mixture, versions: Versions) -> None:
    _take(mix, versions, DURATION_FIELDS)


def _links(mix: Mixture, versions: Versions) -> None:
    mix.links = type(mix.links)(versions.after.links)


def _constraints(mix: Mixture, versions: Versions) -> None:
    _take(mix, versions, CONSTRAINT_FIELDS)


def _calendars(mix: Mixture, versions: Versions) -> None:
    mix.calendars = dict(versions.after.calendar_by_uid)
    mix.plan = replace(mix.plan, calendars=versions.after.calendars, default_calendar=versions.after.default_calendar)
    _take(mix, versions, ("calendar",))


def _settings(mix: Mixture, versions: Versions) -> None:
    whole = Mixture.of(versions.after)
    mix.plan, mix.activities, mix.links, mix.calendars = whole.plan, whole.activities, whole.links, whole.calendars


def _take(mix: Mixture, versions: Versions, fields: tuple[str, ...]) -> None:
    for uid in versions.kept:
        mix.activities[uid] = taken_from(mix.activities[uid], versions.after.activity_by_uid[uid], fields)
