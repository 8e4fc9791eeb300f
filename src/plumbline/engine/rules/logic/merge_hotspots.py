"""Open activities where very many paths come together."""

from __future__ import annotations

from collections import Counter

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.populations import NO_PLAN, assessed_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule, Uid

RULE = Rule(
    title="Merge hotspots",
    question="How many open activities wait for more than 10 predecessors?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} more than {predecessors} predecessors",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.INFO,
    why=(
        "Where many paths meet, the last one to arrive decides. Ten predecessors that are each on time in nine cases "
        "of ten are all on time in one case of three, so the date of such an activity is far less certain than any "
        "of the dates before it."
    ),
    mend=(
        "Ask which of the predecessors are really needed at that point, and drop links that others imply. Gather what "
        "is left in a few milestones, each with an owner, and keep time in hand before the listed activity."
    ),
    references=("GAO BP 2",),
    parameters=(("predecessors", 10), ("counted", "all"), ("milestones", "excuse")),
    choices=(("counted", ("all", "driving")), ("milestones", ("excuse", "count"))),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    counted = open_work(schedule)
    if settings.choice("milestones") == "excuse":
        counted = tuple(each for each in counted if not each.is_milestone)
    if settings.choice("counted") == "driving":
        dates = facts.plan.calculation.dates
        before = {each.uid: len(set(dates[each.uid].driving)) for each in counted}
    else:
        before = _predecessors(schedule, counted)
    most, word = settings.number("predecessors"), _WORDS[settings.choice("counted")]
    offenders = tuple(
        Offender.activity(each, f"{before[each.uid]} {word}") for each in counted if before[each.uid] > most
    )
    return Count(len(offenders), len(counted), offenders)


_WORDS = {"all": "predecessors", "driving": "driving predecessors"}


def _predecessors(schedule: Schedule, counted: tuple[Activity, ...]) -> dict[Uid, int]:
    """How many different activities each waits for; two links from the same one are one predecessor."""
    pairs = {(each.predecessor, each.successor) for each in assessed_links(schedule, "successor_incomplete")}
    found = Counter(successor for _, successor in pairs)
    return {each.uid: found[each.uid] for each in counted}
