"""How much later than promised the project is now expected to finish."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.metrics.baseline_coverage import baseline_scope, baselined_activities
from plumbline.engine.metrics.metric import NO_BASELINE, NO_PLAN, Better, Measurement, Metric, Unit

METRIC = Metric(
    title="Finish against the baseline",
    unit=Unit.WORKING_DAYS,
    better=Better.LOWER,
    why="It answers the first question of every sponsor: will we finish when we promised?",
    references=("GAO-16-89G best practice 10: maintaining a baseline schedule",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Working days of the plan's default calendar from the latest baseline finish to the expected finish.

    Positive is late, negative early.
    """
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    promised = [each.baseline.finish for each in baselined_activities(schedule) if each.baseline]
    finishes = [each for each in promised if each is not None]
    if not finishes:
        return NO_BASELINE
    time = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
    return Measurement(time.days(time.between(max(finishes), expected_finish(facts.plan))))


def expected_finish(plan: PlanFacts) -> datetime:
    """The calculated finish; once everything is done, the last actual one, which no later data date can move."""
    scope = baseline_scope(plan.schedule)
    actual = [each.actual_finish for each in scope if each.actual_finish is not None]
    return max(actual) if actual and len(actual) == len(scope) else plan.calculation.finish
