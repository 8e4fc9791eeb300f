"""The plan with the dates that were calculated for it, as a planning tool writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.summaries import leaves_below

_Span = tuple[datetime | None, datetime | None]


def with_forecast(schedule: Schedule) -> Schedule:
    """Planned dates are the actual or else the early ones; those of a summary the span of what is below it.

    For publishing and for the linter, which look at planned dates; a plan that cannot be calculated stays as it is.
    """
    known = calculated(schedule)
    if known is None:
        return schedule
    spans: dict[Uid, _Span] = {}
    for each in schedule.activities:
        if not each.is_summary:
            dates = known.dates[each.uid]
            spans[each.uid] = each.actual_start or dates.early_start, each.actual_finish or dates.early_finish
    below = leaves_below(schedule)
    return replace(schedule, activities=tuple(_forecast(each, spans, below) for each in schedule.activities))


def _forecast(activity: Activity, spans: dict[Uid, _Span], below: dict[Uid, list[Uid]]) -> Activity:
    parts = [spans[uid] for uid in below.get(activity.uid, ())] if activity.is_summary else [spans[activity.uid]]
    starts, finishes = [start for start, _ in parts if start], [finish for _, finish in parts if finish]
    return replace(
        activity, planned_start=min(starts, default=None), planned_finish=max(finishes, default=None), stored=None
    )
