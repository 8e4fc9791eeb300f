"""Open activities that have links, but none that drives their start or none that their finish drives."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_ends import OPEN_ENDS_CHOICES, OPEN_ENDS_PARAMETER, project_finish, project_start
from plumbline.engine.rules.open_work import open_work
from plumbline.engine.rules.populations import NO_PLAN, logic_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Link, LinkKind, Schedule, Uid

RULE = Rule(
    title="Dangling ends",
    question="How many open activities have a start that nothing drives, or a finish that drives nothing?",
    population="open activities and milestones",
    statement="{share} open activities and milestones ({percent}) {have} a dangling start or finish",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "An activity may have a predecessor and a successor and still be loose: if only its finish is held, its start "
        "is free, and if only its start leads on, it may take twice as long and nobody after it is warned."
    ),
    mend=(
        "Give each listed start a link that ends at a start (finish to start or start to start), and each listed "
        "finish one that begins at a finish (finish to start or finish to finish)."
    ),
    references=("DECM 06A204b", "GAO BP 2"),
    parameters=(OPEN_ENDS_PARAMETER, ("no_link_at_all", "count")),
    choices=(OPEN_ENDS_CHOICES, ("no_link_at_all", ("count", "leave_to_missing_logic"))),
)

_INTO_START = (LinkKind.FINISH_START, LinkKind.START_START)
_FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = logic_links(schedule)
    driven, driving = _tied_ends(schedule, links)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    if settings.choice("open_ends") == "excuse_project_start_and_finish":
        driven |= project_start(schedule, led_to)
        driving |= project_finish(schedule, leading)
    if settings.choice("no_link_at_all") == "leave_to_missing_logic":
        uids = {each.uid for each in schedule.activities}
        driven, driving = driven | (uids - led_to), driving | (uids - leading)
    counted = open_work(schedule)
    loose = [(each, _loose_ends(each, driven, driving)) for each in counted]
    offenders = tuple(Offender.activity(each, " and ".join(ends)) for each, ends in loose if ends)
    return Count(len(offenders), len(counted), offenders)


def _tied_ends(schedule: Schedule, links: tuple[Link, ...]) -> tuple[set[Uid], set[Uid]]:
    """Whose start is driven, and whose finish drives. Start and finish of a milestone are one and the same."""
    instants = {each.uid for each in schedule.activities if each.is_milestone}
    driven = {each.successor for each in links if each.kind in _INTO_START or each.successor in instants}
    driving = {each.predecessor for each in links if each.kind in _FROM_FINISH or each.predecessor in instants}
    return driven, driving


def _loose_ends(activity: Activity, driven: set[Uid], driving: set[Uid]) -> list[str]:
    """A start that has happened needs no driver any more."""
    ends = [] if activity.is_started or activity.uid in driven else ["nothing drives its start"]
    return ends if activity.uid in driving else [*ends, "its finish drives nothing"]
