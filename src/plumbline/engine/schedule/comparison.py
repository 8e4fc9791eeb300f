"""What changed between two versions of a plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import datetime

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.schedule.matching import match_activities
from plumbline.engine.schedule.model import Activity, Link, Schedule, Uid

_NOT_COMPARED = {"uid", "stored", "baseline", "parent"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one activity (named as in the later version) that is not what it was."""

    activity: Activity
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Comparison:
    """``finish_moved_by`` is working minutes on the later version's default calendar, positive when it slipped."""

    added: tuple[Activity, ...]
    removed: tuple[Activity, ...]
    changed: tuple[Change, ...]
    links_added: tuple[Link, ...]
    links_removed: tuple[Link, ...]
    finish_before: datetime
    finish_after: datetime
    finish_moved_by: int


def compare(
    before: Schedule,
    after: Schedule,
    calculated_before: Calculation | None = None,
    calculated_after: Calculation | None = None,
) -> Comparison:
    """Compare two versions of one plan; give calculations that exist already to save their time.

    Activities are matched by unique id, in P6 plans then by activity id. A link that changed its kind or lag is one
    removed and one added. Raises what ``calculate`` raises.
    """
    matches = match_activities(before, after)
    kept = {each.uid for each in matches.values()}
    links_before, links_after = _links(before, {match.uid: uid for uid, match in matches.items()}), _links(after, {})
    finish_before = (calculated_before or calculate(before)).finish
    finish_after = (calculated_after or calculate(after)).finish
    time = WorkingTime(after.calendar_by_uid[after.default_calendar])
    return Comparison(
        added=tuple(each for each in after.activities if each.uid not in matches),
        removed=tuple(each for each in before.activities if each.uid not in kept),
        changed=tuple(
            change for each in after.activities if each.uid in matches for change in _changes(matches[each.uid], each)
        ),
        links_added=tuple((links_after - links_before).elements()),
        links_removed=tuple((links_before - links_after).elements()),
        finish_before=finish_before,
        finish_after=finish_after,
        finish_moved_by=time.between(finish_before, finish_after),
    )


def _changes(before: Activity, after: Activity) -> list[Change]:
    return [
        Change(after, field.name, was, now)
        for field in fields(Activity)
        if field.name not in _NOT_COMPARED
        and (was := getattr(before, field.name)) != (now := getattr(after, field.name))
    ]


def _links(schedule: Schedule, new_uid: dict[Uid, Uid]) -> Counter[Link]:
    """The links as a multiset, under the unique ids of the later version."""
    return Counter(
        Link(
            new_uid.get(each.predecessor, each.predecessor),
            new_uid.get(each.successor, each.successor),
            each.kind,
            each.lag,
            each.elapsed,
        )
        for each in schedule.links
    )
