"""Activities that came, went, or are not what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from plumbline.engine.comparison.kinds import ChangeKind, How, Thing
from plumbline.engine.comparison.records import Change
from plumbline.engine.schedule import Activity, Baseline, Dialect, Schedule

_NOT_COMPARED = {"uid", "stored", "baseline"}
_ACTUAL = {"actual_start", "actual_finish"}
_NO_BASELINE = Baseline()
_DERIVED = _ACTUAL | {"duration", "remaining", "percent_complete", "planned_start", "planned_finish"}
_KIND_OF = {
    "duration": ChangeKind.DURATIONS,
    "elapsed": ChangeKind.DURATIONS,
    "percent_complete": ChangeKind.PROGRESS,
    "remaining": ChangeKind.PROGRESS,
    "suspended": ChangeKind.PROGRESS,
    "resumed": ChangeKind.PROGRESS,
    "expected_finish": ChangeKind.PROGRESS,
    "constraints": ChangeKind.CONSTRAINTS,
    "deadline": ChangeKind.CONSTRAINTS,
    "external_early_start": ChangeKind.CONSTRAINTS,
    "external_late_finish": ChangeKind.CONSTRAINTS,
    "external": ChangeKind.CONSTRAINTS,
    "manual": ChangeKind.CONSTRAINTS,
    "active": ChangeKind.CONSTRAINTS,
    "calendar": ChangeKind.CALENDARS,
    "parent": ChangeKind.OUTLINE,
    "planned_start": ChangeKind.PLANNED_DATES,
    "planned_finish": ChangeKind.PLANNED_DATES,
    "budget": ChangeKind.BUDGET,
}


def activity_changes(before: Schedule, after: Schedule) -> Iterator[Change]:
    """Those of the later version in its order, then the ones that are gone."""
    for each in after.activities:
        was = before.activity_by_uid.get(each.uid)
        if was is None:
            yield _scope(each, How.ADDED)
        else:
            yield from _field_changes(was, each, row_numbers=after.dialect is Dialect.MSP)
            yield from _baseline_changes(was, each)
    for each in before.activities:
        if each.uid not in after.activity_by_uid:
            yield _scope(each, How.REMOVED)


def _scope(activity: Activity, how: How) -> Change:
    return Change(
        kind=ChangeKind.ACTIVITIES,
        how=how,
        thing=Thing.ACTIVITY,
        uid=activity.uid,
        id=activity.id,
        name=activity.name,
        field="activity",
    )


def _field_changes(was: Activity, now: Activity, *, row_numbers: bool) -> Iterator[Change]:
    for field in (each.name for each in fields(Activity)):
        before, after = getattr(was, field), getattr(now, field)
        if field in _NOT_COMPARED or before == after or (field == "id" and row_numbers):
            continue
        if field in _DERIVED and (now.is_summary or now.is_level_of_effort):
            continue  # what the tool takes from the activities below or beside it
        if field == "remaining" and not (was.is_started or now.is_started):
            continue  # of work that has not begun it is the duration once more
        if field in _ACTUAL:
            kind = ChangeKind.PROGRESS if before is None else ChangeKind.ACTUAL_DATES
        else:
            kind = _KIND_OF.get(field, ChangeKind.DESCRIPTIONS)
        yield _changed(now, kind, field, before, after)


def _baseline_changes(was: Activity, now: Activity) -> Iterator[Change]:
    before, after = was.baseline or _NO_BASELINE, now.baseline or _NO_BASELINE
    for field in (each.name for each in fields(Baseline)):
        if getattr(before, field) != getattr(after, field):
            values = getattr(before, field), getattr(after, field)
            yield _changed(now, ChangeKind.BASELINE, f"baseline_{field}", *values)


def _changed(activity: Activity, kind: ChangeKind, field: str, before: object, after: object) -> Change:
    return Change(
        kind=kind,
        how=How.CHANGED,
        thing=Thing.ACTIVITY,
        uid=activity.uid,
        id=activity.id,
        name=activity.name,
        field=field,
        before=before,
        after=after,
    )
