"""How far the expected finish has moved since the plan before."""

from __future__ import annotations

from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.finish_slip_days import expected_finish
from plumbline.engine.metrics.metric import NO_PLAN, Better, Measurement, Metric, Unit, not_measurable

METRIC = Metric(
    title="Finish against the previous plan",
    unit=Unit.WORKING_DAYS,
    better=Better.LOWER,
    why="A finish that moves a little with every update shows a project that is slipping quietly.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Working days of the plan's default calendar from the finish of the plan before to the finish now.

    Positive is later, negative earlier.
    """
    if facts.plan is None:
        return NO_PLAN
    if facts.previous_plan is None:
        return not_measurable("This is the first plan, so there is none before it to compare with.")
    schedule = facts.plan.schedule
    time = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
    before, now = expected_finish(facts.previous_plan), expected_finish(facts.plan)
    return Measurement(time.days(time.between(before, now)))
