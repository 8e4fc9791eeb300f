"""Links that say what a longer path says already."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.implied_links import LinksInACircle, implied_links
from plumbline.engine.rules.populations import LINK_CHOICES, LINK_PARAMETER, NO_PLAN, assessed_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Link, Schedule, Uid

RULE = Rule(
    title="Redundant links",
    question="How many links say only what a longer path says already?",
    population="links into open activities",
    statement="{share} links ({percent}) {are} implied by a longer path",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=20,
    severity=Severity.INFO,
    why=(
        "If B waits for A and C waits for B, a link from A to C adds nothing. Many of them hide which links carry the "
        "plan, make every change a hunt, and inflate counts of links that other checks divide by."
    ),
    mend=(
        "Remove each listed link, after making sure that the longer path is meant to stay. Keep one only where the "
        "activity between may be dropped, and note that."
    ),
    references=(),
    parameters=(LINK_PARAMETER,),
    choices=(LINK_CHOICES,),
)

_IN_A_CIRCLE = not_assessable(
    "The links run in a circle, so each implies the others. The rule about loops lists them; mend those first."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    try:
        implied = implied_links(schedule, links)
    except LinksInACircle:
        return _IN_A_CIRCLE
    offenders = tuple(Offender.link(link, schedule, _detail(schedule, link, last)) for link, last in implied)
    return Count(len(offenders), len(links), offenders)


def _detail(schedule: Schedule, link: Link, last: Uid) -> str:
    ids = [schedule.activity_by_uid[uid].id for uid in (link.predecessor, last)]
    return f"{link.kind} from {ids[0]}, implied by way of {ids[1]}"
