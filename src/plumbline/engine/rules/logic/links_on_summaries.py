"""Summaries that have links of their own instead of taking their dates from the work below them."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Schedule, Uid

RULE = Rule(
    title="Links on summaries",
    question="Does any summary have links of its own?",
    population="activities",
    statement="Summaries with links of their own: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A summary only gathers what lies below it. A link on it holds every activity below, also those that do not "
        "depend on anything there: dates move without a visible cause, and a circle through a summary is hard to find."
    ),
    mend=(
        "Remove each link from the summary and draw it where the work depends on something: from the activity that "
        "gives the result to the one that needs it, or by way of a milestone that opens or closes the phase."
    ),
    references=("DECM 06A208a", "GAO BP 2"),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    details = _links_on_summaries(schedule)
    offenders = tuple(
        Offender.activity(each, ", ".join(details[each.uid])) for each in schedule.activities if each.uid in details
    )
    return Count(len(offenders), len(schedule.activities), offenders)


def _links_on_summaries(schedule: Schedule) -> dict[Uid, list[str]]:
    """For each open summary with links what they are. One that is complete holds nothing any more."""
    details: dict[Uid, list[str]] = defaultdict(list)
    for link in schedule.links:
        before, after = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
        if not (before.active and after.active):
            continue
        if before.is_summary and not before.is_complete:
            details[before.uid].append(f"{link.kind} to {after.id}")
        if after.is_summary and not after.is_complete:
            details[after.uid].append(f"{link.kind} from {before.id}")
    return details
