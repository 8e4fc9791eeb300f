"""Work in progress of which as much is left as the last time."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.previous_version import NO_PREVIOUS_PLAN, before_and_now
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Unmoved remaining work",
    question="How many activities in progress have as much left to do as in the previous version of the plan?",
    population="activities in progress in both versions",
    statement="{share} activities in progress ({percent}) {have} no less to do than in the previous version",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=25,
    severity=Severity.MINOR,
    why=(
        "Time has passed and nothing got less. Either the work stands still and nobody says so, or it goes on and "
        "nobody asked how much is left. Both make the forecast worthless."
    ),
    mend=(
        "Ask the owner of each listed activity how many days are really left from the data date on, and enter that. If "
        "the work is held up, say by what, and who can clear the way."
    ),
    references=("GAO BP 9",),
)

_SAME_DATA_DATE = not_assessable(
    "The previous version describes the same day, so no work can have been done in between. "
    "It can be judged when the data date has moved on."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    if facts.previous_plan is None:
        return NO_PREVIOUS_PLAN
    schedule, previous = facts.plan.schedule, facts.previous_plan.schedule
    if schedule.data_date is None or previous.data_date is None:
        return NO_DATA_DATE
    if schedule.data_date <= previous.data_date:
        return _SAME_DATA_DATE
    in_progress = {each.uid for each in incomplete_tasks(schedule) if each.is_started}
    pairs = [
        (before, now)
        for before, now in before_and_now(previous, schedule)
        if now.uid in in_progress and before.is_started and not before.is_complete
    ]
    offenders = tuple(
        Offender.activity(now, _detail(schedule, before, now))
        for before, now in pairs
        if now.remaining >= before.remaining
    )
    return Count(len(offenders), len(pairs), offenders)


def _detail(schedule: Schedule, before: Activity, now: Activity) -> str:
    was, is_now = (days_as_text(in_days(schedule, now, each.remaining)) for each in (before, now))
    return f"{was} left in the previous version, {is_now} now"
