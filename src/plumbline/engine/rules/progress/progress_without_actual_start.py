"""Work that makes progress without ever having started."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Progress without actual start",
    question="How many activities in progress have no actual start?",
    population="activities in progress",
    statement="{share} activities in progress ({percent}) {have} no actual start",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "Without an actual start the planning tool may move the activity as if nobody had touched it, and nobody can "
        "tell later how long the work really took. The next estimate then has nothing to learn from."
    ),
    mend=(
        "Ask when work on each listed activity began and enter that day as actual start. Where nothing was done yet, "
        "set the progress back to nothing."
    ),
    references=("DECM 06A505a", "GAO BP 9"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    in_progress = [each for each in incomplete_tasks(facts.plan.schedule) if each.is_started or _has_progress(each)]
    offenders = tuple(Offender.activity(each, _progress(each)) for each in in_progress if not each.is_started)
    return Count(len(offenders), len(in_progress), offenders)


def _has_progress(activity: Activity) -> bool:
    return activity.percent_complete > 0 or activity.remaining < activity.duration


def _progress(activity: Activity) -> str:
    if activity.percent_complete > 0:
        return f"{activity.percent_complete:.0f} % complete, no actual start"
    return "less remains than was planned, no actual start"
