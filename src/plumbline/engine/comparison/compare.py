"""What changed between two versions of a plan."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.comparison.activity_changes import activity_changes
from plumbline.engine.comparison.calendar_changes import calendar_changes
from plumbline.engine.comparison.identity import calculation_in_terms_of, in_terms_of, new_ids
from plumbline.engine.comparison.link_changes import link_changes
from plumbline.engine.comparison.records import Comparison
from plumbline.engine.comparison.resource_changes import resource_changes
from plumbline.engine.comparison.setting_changes import setting_changes
from plumbline.engine.comparison.suspicions import Evidence, suspicions
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculation import Calculation


def compare(
    before: Schedule,
    after: Schedule,
    calculated_before: Calculation | None,
    calculated_after: Calculation | None,
) -> Comparison:
    """Compare two versions of one plan with their calculations; nothing is calculated here.

    Activities are matched by unique id, in P6 plans then by activity id; calendars and resources by unique id, then
    by name. A version that cannot be calculated has ``None``: the rest is compared all the same.

    Source: docs/methods/what-moved-the-finish.md.
    """
    earlier = in_terms_of(before, after)
    if calculated_before:
        calculated_before = calculation_in_terms_of(calculated_before, new_ids(before, after))
    finish_before = calculated_before.finish if calculated_before else None
    finish_after = calculated_after.finish if calculated_after else None
    changes = (
        *setting_changes(earlier, after),
        *activity_changes(earlier, after),
        *link_changes(earlier, after),
        *calendar_changes(earlier, after, finish_after),
        *resource_changes(earlier, after),
    )
    return Comparison(
        before=earlier,
        after=after,
        changes=changes,
        suspicions=suspicions(Evidence(earlier, after, changes, calculated_before, calculated_after)),
        finish_before=finish_before,
        finish_after=finish_after,
        finish_moved_by=_moved(after, finish_before, finish_after),
    )


def _moved(schedule: Schedule, before: datetime | None, after: datetime | None) -> int | None:
    if before is None or after is None:
        return None
    return WorkingTime(schedule.calendar_by_uid[schedule.default_calendar]).between(before, after)
