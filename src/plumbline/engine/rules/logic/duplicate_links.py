"""Two activities tied to each other more than once."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import LINK_CHOICES, LINK_PARAMETER, NO_PLAN, assessed_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, LinkKind, Schedule, Uid

RULE = Rule(
    title="Duplicate links",
    question="How many links tie two activities that are tied already?",
    population="links into open activities",
    statement="{share} links ({percent}) {are} between two activities that are tied already",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.INFO,
    why=(
        "Of two links between the same activities usually one decides and the other only clutters. Whoever later "
        "changes or removes the one that can be seen finds that the date does not move, and loses trust in the plan."
    ),
    mend=(
        "Keep the link that says what is meant and remove the other. Two links are right where start and finish are "
        "each tied: start to start with finish to finish, for work that runs side by side."
    ),
    references=(),
    parameters=(LINK_PARAMETER, ("start_and_finish_pairs", "excuse")),
    choices=(LINK_CHOICES, ("start_and_finish_pairs", ("excuse", "count"))),
)

_SIDE_BY_SIDE = [LinkKind.FINISH_FINISH, LinkKind.START_START]


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    excuse_pairs = settings.choice("start_and_finish_pairs") == "excuse"
    offenders = tuple(
        Offender.link(each, schedule, _detail(schedule, each, first))
        for first, *others in _between_the_same(links)
        if others and not (excuse_pairs and sorted(each.kind for each in (first, *others)) == _SIDE_BY_SIDE)
        for each in others
    )
    return Count(len(offenders), len(links), offenders)


def _between_the_same(links: tuple[Link, ...]) -> list[list[Link]]:
    """The links by their two ends, each group in the order of the plan: the first is kept, the others are extra."""
    groups: dict[tuple[Uid, Uid], list[Link]] = defaultdict(list)
    for link in links:
        groups[link.predecessor, link.successor].append(link)
    return list(groups.values())


def _detail(schedule: Schedule, link: Link, first: Link) -> str:
    return f"{link.kind} from {schedule.activity_by_uid[link.predecessor].id}, beside {first.kind}"
