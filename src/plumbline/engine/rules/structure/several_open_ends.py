"""Networks that begin or end in more places than a project does."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, logic_links, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, ConstraintKind

RULE = Rule(
    title="Several open ends",
    question="In how many places does the network of open work begin and end?",
    population="open activities and milestones",
    statement="The network of {denominator} open activities and milestones has {numerator} open ends",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=2,
    severity=Severity.MINOR,
    why=(
        "A project begins once and ends once. Each further end is a chain that no finish date depends on: what is on "
        "it may slip as long as it likes, and the plan does not notice."
    ),
    mend=(
        "Link each listed end to the milestone at the start or the finish of the project, or to the milestone of its "
        "phase. Give a start that waits for somebody outside a 'start no earlier than' date."
    ),
    references=("GAO BP 2", "GAO BP 5"),
)

_FROM_OUTSIDE = (
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.FINISH_NO_EARLIER_THAN,
    ConstraintKind.START_ON,
    ConstraintKind.MUST_START_ON,
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """One start and one finish are allowed by the limit of two. A start with a date from outside is no open end."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = logic_links(schedule)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    open_work = [each for each in work_and_milestones(schedule) if not each.is_complete]
    starts = {each.uid for each in open_work if each.uid not in led_to and not _waits_for_a_date(each)}
    finishes = {each.uid for each in open_work if each.uid not in leading}
    offenders = tuple(
        Offender.activity(each, _detail(each.uid in starts, each.uid in finishes))
        for each in open_work
        if each.uid in starts or each.uid in finishes
    )
    return Count(len(starts) + len(finishes), len(open_work), offenders)


def _waits_for_a_date(activity: Activity) -> bool:
    outside = activity.external_early_start is not None
    return outside or activity.is_started or any(each.kind in _FROM_OUTSIDE for each in activity.constraints)


def _detail(begins: bool, ends: bool) -> str:
    if begins and ends:
        return "the network begins and ends here"
    return "the network begins here" if begins else "the network ends here"
