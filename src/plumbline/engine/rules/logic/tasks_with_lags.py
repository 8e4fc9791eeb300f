"""Open tasks that wait for a lag, counted as tasks and not as links."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import (
    NO_PLAN,
    assessed_links,
    days_as_text,
    incomplete_tasks,
    lag_in_days,
)
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Link, Schedule, Uid

RULE = Rule(
    title="Tasks with lags",
    question="How many open activities have a lag among the links that lead to them?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} a lag before them",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "The share of links with a lag can look small while the lags sit where they hurt. Counted by activity one sees "
        "how much of the remaining work has a date that hangs on waiting time without a name."
    ),
    mend=(
        "Put an activity with a name and an owner in place of each listed lag, or remove the lag where nobody can say "
        "what happens in it. Begin with the activities nearest to the data date."
    ),
    references=("DECM 06A205a", "GAO BP 2"),
    parameters=(("lags", "positive"),),
    choices=(("lags", ("positive", "positive_and_negative")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    leads_too = settings.choice("lags") == "positive_and_negative"
    lags: dict[Uid, list[str]] = defaultdict(list)
    for link in assessed_links(schedule, "successor_incomplete"):
        if link.lag > 0 or (leads_too and link.lag < 0):
            lags[link.successor].append(_detail(schedule, link))
    counted = incomplete_tasks(schedule)
    offenders = tuple(Offender.activity(each, ", ".join(lags[each.uid])) for each in counted if each.uid in lags)
    return Count(len(offenders), len(counted), offenders)


def _detail(schedule: Schedule, link: Link) -> str:
    predecessor = schedule.activity_by_uid[link.predecessor]
    days = lag_in_days(schedule, link)
    return f"{'lead' if days < 0 else 'lag'} of {days_as_text(abs(days))} on {link.kind} from {predecessor.id}"
