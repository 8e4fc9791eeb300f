"""Parts of the project in which nothing is done."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule.summaries import leaves_below

RULE = Rule(
    title="Empty summaries",
    question="How many summaries (elements of the work breakdown structure) have no activity below them?",
    population="summaries",
    statement="{share} summaries {have} no activity below them",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A part without activities is scope that was promised and not planned, or a left-over of scope that was given "
        "up. Either way the plan says less than it seems to."
    ),
    mend=(
        "Ask what the part should deliver. Plan the activities that lead to it, or delete the summary together with "
        "the promise it stood for."
    ),
    references=("GAO BP 1",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    filled = leaves_below(schedule)
    summaries = [each for each in schedule.activities if each.is_summary and each.active]
    offenders = tuple(Offender.activity(each, "no activity below it") for each in summaries if not filled.get(each.uid))
    return Count(len(offenders), len(summaries), offenders)
