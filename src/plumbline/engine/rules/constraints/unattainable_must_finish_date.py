"""A date the whole project must be finished by, which the plan itself does not keep."""

from __future__ import annotations

from fractions import Fraction

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.longest_path import NO_PATH, open_path
from plumbline.engine.rules.populations import NO_PLAN, days_as_text
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Unattainable must-finish date",
    question="Does the plan keep the date by which the whole project must be finished?",
    population="working days",
    statement="Working days that are missing to the must-finish date of the project: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "The must-finish date reaches every activity by way of float. Where it lies before the finish that the plan "
        "forecasts, the whole plan shows negative float, and the places that are really in trouble cannot be told from "
        "the others."
    ),
    mend=(
        "Win the missing days back along the longest path, or have the date moved by whoever owns it. A promise to a "
        "client is better kept as a deadline on the milestone it is about."
    ),
    references=("GAO BP 7",),
)

_NO_DATE = not_assessable("The plan has no date by which the whole project must be finished.")


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.must_finish_by is None:
        return _NO_DATE
    path = open_path(facts.plan)
    if not path:
        return NO_PATH
    calendar, finish = schedule.calendar_by_uid[schedule.default_calendar], facts.plan.calculation.finish
    late = Fraction(WorkingTime(calendar).between(schedule.must_finish_by, finish), calendar.minutes_per_day)
    if late <= 0:
        return Count(0, 1)
    detail = f"ends on {finish:%Y-%m-%d}, {days_as_text(late)} after {schedule.must_finish_by:%Y-%m-%d}"
    return Count(float(late), 1, (Offender.activity(path[-1], detail),))
