"""A small sound project under the predictive standard, and ways to spoil it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.rules.case_files import schedule_of
from plumbline import library
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.schedule import Schedule
from plumbline.engine.standard import Standard, load_standard

DATA_DATE = datetime(2026, 3, 9, 8)

SOUND: dict[str, Any] = {
    "data_date": "2026-03-09 08:00",
    "activities": [
        {"id": "BEGIN", "kind": "start milestone", "started": "2026-03-02 08:00", "finished": "2026-03-02 08:00",
         "baseline": {"finish": "2026-03-02 08:00"}},
        {"id": "A", "days": 5, "started": "2026-03-02 08:00", "finished": "2026-03-06 17:00",
         "baseline": {"start": "2026-03-02 08:00", "finish": "2026-03-06 17:00", "days": 5}},
        {"id": "B", "days": 10, "planned_start": "2026-03-09 08:00", "planned_finish": "2026-03-20 17:00",
         "baseline": {"start": "2026-03-09 08:00", "finish": "2026-03-20 17:00", "days": 10}},
        {"id": "C", "days": 5, "planned_start": "2026-03-23 08:00", "planned_finish": "2026-03-27 17:00",
         "baseline": {"start": "2026-03-23 08:00", "finish": "2026-03-27 17:00", "days": 5}},
        {"id": "END", "kind": "finish milestone", "planned_finish": "2026-03-27 17:00",
         "baseline": {"finish": "2026-03-27 17:00"}},
    ],
    "links": ["BEGIN FS A", "A FS B", "B FS C", "C FS END"],
    "hours": {"A": 40, "B": 80, "C": 40},
}  # fmt: skip


def predictive() -> Standard:
    return load_standard(library.files_of("predictive"))


def sound_schedule() -> Schedule:
    return schedule_of(SOUND)


def lasting(schedule: Schedule, days: int) -> Schedule:
    """The same plan with ``days`` for its longest open activity."""
    activities = tuple(
        replace(each, duration=days * 480, remaining=days * 480) if each.uid == "B" else each
        for each in schedule.activities
    )
    return replace(schedule, activities=activities)


def facts_on(as_of: datetime, schedule: Schedule | None) -> ProjectFacts:
    return ProjectFacts(as_of=as_of, plan=PlanFacts(schedule) if schedule else None)
