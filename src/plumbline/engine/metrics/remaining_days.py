"""How much working time is left until the expected finish."""

from __future__ import annotations

from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.finish_slip_days import expected_finish
from plumbline.engine.metrics.metric import NO_DATA_DATE, NO_PLAN, Better, Measurement, Metric, Unit

METRIC = Metric(
    title="Time to the expected finish",
    unit=Unit.WORKING_DAYS,
    better=Better.NEITHER,
    why="It is the time in which a slip can still be won back.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Working days of the plan's default calendar from the data date to the expected finish; 0 when past it."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    time = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
    return Measurement(max(0.0, time.days(time.between(schedule.data_date, expected_finish(facts.plan)))))
