"""Waiting time without a name on the path that decides the finish."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.longest_path import NO_PATH, driving_links, open_path
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, lag_in_days
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, Schedule

RULE = Rule(
    title="Lags on the critical path",
    question="Does any lag decide when the project finishes?",
    population="open activities on the longest path",
    statement="Links with a lag on the longest path: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "On the longest path every day counts, and a lag is days that nobody works on, owns or can speed up. The "
        "finish then hangs on a number that someone once typed in."
    ),
    mend=(
        "Turn each listed lag into an activity with a name, an owner and a duration that can be argued about. Keep one "
        "only where nature or the law sets it, and say so in a note."
    ),
    references=("GAO BP 6",),
    parameters=(("leads", "leave_to_leads"),),
    choices=(("leads", ("leave_to_leads", "count")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, path = facts.plan.schedule, open_path(facts.plan)
    if not path:
        return NO_PATH
    leads_too = settings.choice("leads") == "count"
    offenders = tuple(
        Offender.link(each, schedule, _detail(schedule, each))
        for each in driving_links(facts.plan)
        if each.lag > 0 or (leads_too and each.lag < 0)
    )
    return Count(len(offenders), len(path), offenders)


def _detail(schedule: Schedule, link: Link) -> str:
    days = lag_in_days(schedule, link)
    word = "lead" if days < 0 else "lag"
    return f"{word} of {days_as_text(abs(days))} on {link.kind} from {schedule.activity_by_uid[link.predecessor].id}"
