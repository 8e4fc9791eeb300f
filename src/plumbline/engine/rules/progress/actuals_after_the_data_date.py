"""Work reported as done on days that have not come yet."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.rules.wrong_side import actuals_in_the_future

RULE = Rule(
    title="Actuals after the data date",
    question="How many activities have an actual start or finish after the data date?",
    population="activities with actual dates",
    statement="{share} activities with actual dates ({percent}) {have} one after the data date",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why=(
        "An actual date says that something has happened. After the data date nothing has happened yet, so either the "
        "date or the data date is wrong, and whoever reads the progress is misled."
    ),
    mend=(
        "Ask when the work really started or finished and correct the date; where it has not happened, take the actual "
        "date away. If the progress is of a later day, move the data date to that day."
    ),
    references=("DECM 06A506a", "GAO BP 9"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    begun = [each for each in tasks(schedule) if each.is_started]
    faults = [(each, ", ".join(actuals_in_the_future(each, schedule.data_date))) for each in begun]
    offenders = tuple(Offender.activity(activity, detail) for activity, detail in faults if detail)
    return Count(len(offenders), len(begun), offenders)
