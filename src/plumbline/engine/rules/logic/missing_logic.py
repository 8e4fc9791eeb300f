"""Open tasks that nothing leads to, or that lead nowhere."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.open_ends import OPEN_ENDS_CHOICES, OPEN_ENDS_PARAMETER, project_finish, project_start
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks, logic_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Uid

RULE = Rule(
    title="Missing logic",
    question="How many open activities lack a predecessor, a successor, or both?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} no predecessor or no successor",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why=(
        "An activity that is not tied to the others does not move when they move. A delay then stops at the open end "
        "instead of reaching the finish, so the finish date looks safer than it is."
    ),
    mend=(
        "Ask of each listed activity what must be there before it can start and who waits for its result, and link it "
        "to those activities. What nobody waits for leads to the milestone that closes its phase."
    ),
    references=("DCMA 1", "GAO BP 2"),
    parameters=(OPEN_ENDS_PARAMETER,),
    choices=(OPEN_ENDS_CHOICES,),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = logic_links(schedule)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    if settings.choice("open_ends") == "excuse_project_start_and_finish":
        led_to |= project_start(schedule, led_to)
        leading |= project_finish(schedule, leading)
    open_tasks = incomplete_tasks(schedule)
    offenders = tuple(
        Offender.activity(each, _missing(each, led_to, leading))
        for each in open_tasks
        if each.uid not in led_to or each.uid not in leading
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _missing(activity: Activity, led_to: set[Uid], leading: set[Uid]) -> str:
    if activity.uid in led_to:
        return "no successor"
    return "no predecessor" if activity.uid in leading else "no predecessor and no successor"
