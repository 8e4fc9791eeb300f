"""Activities that take no time and are no milestones."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Zero-duration tasks",
    question="Does any open activity take no time although it is no milestone?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} no duration and {are} no milestone",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Work that takes no time has not been estimated, or is a milestone that was drawn as work. Either way the plan "
        "is shorter than the project, and checks of work leave the line out."
    ),
    mend="Estimate each listed activity, make it a milestone if it marks a moment, or remove it.",
    references=("GAO BP 4",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    counted = [each for each in open_work(facts.plan.schedule) if not each.is_milestone]
    offenders = tuple(Offender.activity(each, "no duration") for each in counted if each.duration == 0)
    return Count(len(offenders), len(counted), offenders)
