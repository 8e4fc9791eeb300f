"""Links from a start to a finish: the later piece of work decides how long the earlier one lasts."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import LINK_CHOICES, LINK_PARAMETER, NO_PLAN, assessed_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import LinkKind

RULE = Rule(
    title="Start-to-finish links",
    question="Is there any start-to-finish link?",
    population="links into open activities",
    statement="{numerator} of {denominator} links {are} start to finish",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Start to finish says that something cannot end before another thing begins. That is rare in life (a night "
        "watch that waits for its relief); in plans it is nearly always a link drawn the wrong way round, and the "
        "dates around it are then wrong."
    ),
    mend=(
        "Turn each listed link round to finish to start, which is what was meant nearly every time. Where it is meant, "
        "write down why, and tie the start of the held activity by a link of its own."
    ),
    references=("GAO BP 2",),
    parameters=(LINK_PARAMETER,),
    choices=(LINK_CHOICES,),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = assessed_links(schedule, settings.choice("links"))
    offenders = tuple(
        Offender.link(each, schedule, f"SF from {schedule.activity_by_uid[each.predecessor].id}")
        for each in links
        if each.kind is LinkKind.START_FINISH
    )
    return Count(len(offenders), len(links), offenders)
