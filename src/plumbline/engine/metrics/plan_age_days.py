"""How many days ago the plan describes the project."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_DATA_DATE, NO_PLAN, Better, Measurement, Metric, Unit

METRIC = Metric(
    title="Age of the plan",
    unit=Unit.DAYS,
    better=Better.LOWER,
    why="Decisions made on an old plan are made on a project that no longer exists.",
    references=("GAO-16-89G best practice 9: updating the schedule with actual progress",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Calendar days from the data date of the plan to the day of the facts; negative if it lies ahead."""
    if facts.plan is None:
        return NO_PLAN
    data_date = facts.plan.schedule.data_date
    if data_date is None:
        return NO_DATA_DATE
    return Measurement(float((facts.as_of.date() - data_date.date()).days))
