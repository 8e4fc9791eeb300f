"""Settings of the whole plan that are not what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from plumbline.engine.comparison.kinds import ChangeKind, How, Thing
from plumbline.engine.comparison.records import Change
from plumbline.engine.schedule import Schedule, ScheduleOptions

_OF_THE_PLAN = ("data_date", "start", "must_finish_by", "default_calendar", "dialect", "currency", "name")


def setting_changes(before: Schedule, after: Schedule) -> Iterator[Change]:
    """The data date first, as it tells how much time lies between the two versions."""
    for field in _OF_THE_PLAN:
        yield from _changed(field, getattr(before, field), getattr(after, field))
    for option in fields(ScheduleOptions):
        yield from _changed(option.name, getattr(before.options, option.name), getattr(after.options, option.name))


def _changed(field: str, before: object, after: object) -> Iterator[Change]:
    if before != after:
        kind = ChangeKind.PROGRESS if field == "data_date" else ChangeKind.SETTINGS
        yield Change(kind=kind, how=How.CHANGED, thing=Thing.PLAN, field=field, before=before, after=after)
