"""A critical path that does not carry a delay to the finish."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.completion import COMPLETION_PARAMETER, NO_COMPLETION, completion_of
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks, minutes_per_day
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule
from plumbline.engine.schedule.calculate import calculate

RULE = Rule(
    title="Critical path test",
    question="If the most critical open activity took far longer, would the finish move by as much?",
    population="open activities",
    statement="Tested activities whose delay of {delay_days} working days does not reach the finish: {share}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A critical path is only one if a delay on it reaches the finish. If it gets lost on the way, logic is missing "
        "and nobody can tell which activities decide the finish date."
    ),
    mend=(
        "Follow the listed activity's successors towards the finish milestone and find where the chain ends or where "
        "a date is entered by hand. Add the missing link; replace the entered date by logic."
    ),
    references=("DCMA 12", "GAO BP 6"),
    parameters=(COMPLETION_PARAMETER, ("delay_days", 600), ("tolerance_days", 10)),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    completion = completion_of(facts.plan.schedule, facts.plan.calculation, settings.choice("milestone"))
    critical = _most_critical(facts.plan)
    if completion is None or critical is None:
        return NO_COMPLETION
    delay = settings.number("delay_days")
    shift = _shift(facts.plan.schedule, critical, completion, delay)
    if abs(shift - delay) <= settings.number("tolerance_days"):
        return Count(0, 1)
    detail = f"a delay of {days_as_text(delay)} moves {completion.id} by {days_as_text(shift)}"
    return Count(1, 1, (Offender.activity(critical, detail),))


def _most_critical(plan: PlanFacts) -> Activity | None:
    """The open task with the least total float; of several the one that starts first."""
    schedule, dates = plan.schedule, plan.calculation.dates
    ranked = [
        ((in_days(schedule, each, row.total_float), row.early_start), each)
        for each in incomplete_tasks(schedule)
        if (row := dates[each.uid]).total_float is not None and row.early_start is not None
    ]
    return min(ranked, key=lambda entry: entry[0])[1] if ranked else None


def _shift(schedule: Schedule, critical: Activity, completion: Activity, delay: Fraction) -> Fraction:
    """How far the completion moves, in working days of the delayed activity's calendar."""
    free = _without_hard_constraints(schedule)
    minutes = int(delay * minutes_per_day(schedule, critical))
    before = calculate(free).dates[completion.uid].early_finish
    after = calculate(_delayed(free, critical, minutes)).dates[completion.uid].early_finish
    if before is None or after is None:
        return Fraction(0)
    calendar = ALWAYS if critical.elapsed else schedule.calendar_of(critical)
    return in_days(schedule, critical, WorkingTime(calendar).between(before, after))


def _without_hard_constraints(schedule: Schedule) -> Schedule:
    """Hard constraints would pin the finish and hide what the logic does."""
    return replace(
        schedule,
        must_finish_by=None,
        activities=tuple(
            replace(each, constraints=tuple(one for one in each.constraints if not one.kind.is_hard))
            for each in schedule.activities
        ),
    )


def _delayed(schedule: Schedule, critical: Activity, minutes: int) -> Schedule:
    longer = replace(
        schedule.activity_by_uid[critical.uid],
        duration=critical.duration + minutes,
        remaining=critical.remaining + minutes,
        expected_finish=None,
    )
    activities = tuple(longer if each.uid == critical.uid else each for each in schedule.activities)
    return replace(schedule, activities=activities)
