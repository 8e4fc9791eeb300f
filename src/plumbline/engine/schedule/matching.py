"""Which activity of one version of a plan is which of another."""

from __future__ import annotations

from plumbline.engine.schedule.kinds import Dialect
from plumbline.engine.schedule.model import Activity, Schedule, Uid


def match_activities(earlier: Schedule, later: Schedule) -> dict[Uid, Activity]:
    """For each activity of ``later`` that ``earlier`` has too, by uid of ``later``: the one of ``earlier``.

    The unique id decides. What it leaves over in a P6 plan is matched by activity id, because a copied P6 project has
    new unique ids; in MS Project the id is only the row number, which says nothing.
    """
    matches = {
        each.uid: earlier.activity_by_uid[each.uid] for each in later.activities if each.uid in earlier.activity_by_uid
    }
    if later.dialect is Dialect.P6 and earlier.dialect is Dialect.P6:
        left = {each.id: each for each in earlier.activities if each.id and each.uid not in later.activity_by_uid}
        for activity in later.activities:
            if activity.uid not in matches and activity.id in left:
                matches[activity.uid] = left.pop(activity.id)
    return matches
