"""A longest path that does not lead from the data date to the finish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.completion import COMPLETION_PARAMETER, NO_COMPLETION, completion_of
from plumbline.engine.rules.longest_path import NO_PATH, open_path
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Broken critical path",
    question="Does one unbroken path lead from the data date to the finish?",
    population="open activities on the longest path",
    statement="Gaps in the path from the data date to the finish: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "The critical path says what has to be done from today on so that the project finishes in time. If it begins "
        "months from now, or ends somewhere other than at the finish, nobody can say what to hurry today."
    ),
    mend=(
        "Ask of each listed activity why it does not begin earlier, and tie it to the work it waits for in place of a "
        "date. If the finish milestone is not on the path, tie what ends after it to it."
    ),
    references=("GAO BP 6",),
    parameters=(COMPLETION_PARAMETER, ("tolerance_days", 1)),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    path = open_path(facts.plan)
    if not path:
        return NO_PATH
    completion = completion_of(facts.plan.schedule, facts.plan.calculation, settings.choice("milestone"))
    if completion is None:
        return NO_COMPLETION
    late = _late_beginnings(facts.plan, path, settings.number("tolerance_days"))
    gaps = (*late, *_missed_finish(facts.plan, path, completion))
    return Count(len(gaps), len(path), gaps)


def _late_beginnings(plan: PlanFacts, path: tuple[Activity, ...], tolerance: Fraction) -> tuple[Offender, ...]:
    """Where the path begins, if it begins after the data date everywhere."""
    on_path, dates = {each.uid for each in path}, plan.calculation.dates
    offenders = []
    for each in path:
        if on_path.isdisjoint(dates[each.uid].driving):
            wait = _wait(plan.schedule, each, dates[each.uid].early_start)
            if wait <= tolerance:
                return ()
            offenders.append(
                Offender.activity(each, f"the path begins here, {days_as_text(wait)} after the data date{_cause(each)}")
            )
    return tuple(offenders)


def _wait(schedule: Schedule, activity: Activity, start: datetime | None) -> Fraction:
    """Working days in which the activity could have begun; a plan without data date is looked at from its start on."""
    if activity.is_started or start is None:
        return Fraction(0)
    calendar = ALWAYS if activity.elapsed else schedule.calendar_of(activity)
    return in_days(schedule, activity, WorkingTime(calendar).between(schedule.data_date or schedule.start, start))


def _cause(activity: Activity) -> str:
    if activity.constraints:
        return f", held by '{activity.constraints[0].kind}'"
    return ", placed by hand" if activity.manual else ""


def _missed_finish(plan: PlanFacts, path: tuple[Activity, ...], completion: Activity) -> Iterator[Offender]:
    if completion.uid not in {each.uid for each in path}:
        last = path[-1]
        finish = plan.calculation.dates[last.uid].early_finish or plan.calculation.finish
        yield Offender.activity(completion, f"not on the longest path, which ends with {last.id} on {finish:%Y-%m-%d}")
