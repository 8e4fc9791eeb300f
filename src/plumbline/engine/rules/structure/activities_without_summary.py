"""Work that belongs to no part of the project."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Activities without summary",
    question="How many activities stand below no summary (element of the work breakdown structure)?",
    population="activities",
    statement="{share} activities ({percent}) {are} below no summary",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "The summaries are the parts that the project was promised in. Work outside them belongs to no deliverable and "
        "to nobody's budget, and it is left out of every report by part."
    ),
    mend=(
        "Put each listed activity below the summary whose result it serves. Where none fits, ask whether the breakdown "
        "lacks a part or the project has work that nobody ordered."
    ),
    references=("GAO BP 1",),
    parameters=(("flat_up_to", 40),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A plan of few activities may do without summaries: then there is nothing to assess."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    counted = tasks(schedule)
    if len(counted) <= settings.number("flat_up_to") and not any(each.is_summary for each in schedule.activities):
        return not_assessable("The plan has no summaries, and is small enough to do without them.")
    offenders = tuple(Offender.activity(each, "below no summary") for each in counted if each.parent is None)
    return Count(len(offenders), len(counted), offenders)
