"""The plan beside its previous version, for rules about what was changed between the two."""

from __future__ import annotations

from plumbline.engine.rules.rule import not_assessable
from plumbline.engine.schedule import Activity, Schedule
from plumbline.engine.schedule.matching import match_activities

NO_PREVIOUS_PLAN = not_assessable(
    "Only one version of the plan is known, so nothing can be said about what was changed. "
    "It can be from the second version on."
)


def before_and_now(previous: Schedule, schedule: Schedule) -> list[tuple[Activity, Activity]]:
    """Each activity that both versions have, summaries left out: as it was and as it is, in the order of the plan."""
    matches = match_activities(previous, schedule)
    return [
        (before, now)
        for now in schedule.activities
        if not now.is_summary and (before := matches.get(now.uid)) is not None
    ]
