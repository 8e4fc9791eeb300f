"""Work planned for days that are over."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.rules.wrong_side import forecasts_in_the_past

RULE = Rule(
    title="Forecasts before the data date",
    question="How many open activities are planned for a time before the data date?",
    population="open activities",
    statement="{share} open activities {are} planned for a time before the data date",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "What is left to do cannot be done in the past. As long as the plan keeps it there, everything behind it "
        "starts too early and the finish looks better than it is."
    ),
    mend=(
        "Enter what was done up to the data date and let the planning tool move the rest behind it; then look at the "
        "finish again before the plan is handed on."
    ),
    references=("DECM 06A506b", "GAO BP 9"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    open_tasks = incomplete_tasks(schedule)
    faults = [(each, ", ".join(forecasts_in_the_past(schedule, each, schedule.data_date))) for each in open_tasks]
    offenders = tuple(Offender.activity(activity, detail) for activity, detail in faults if detail)
    return Count(len(offenders), len(open_tasks), offenders)
