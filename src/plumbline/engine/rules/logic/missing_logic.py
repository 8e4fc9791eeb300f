"""Open tasks that nothing leads to, or that lead nowhere."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks, logic_links
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule, Uid

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
    parameters=(("open_ends", "excuse_project_start_and_finish"),),
    choices=(("open_ends", ("excuse_project_start_and_finish", "excuse_none")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    links = logic_links(schedule)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    if settings.choice("open_ends") == "excuse_project_start_and_finish":
        led_to |= _project_start(schedule, led_to)
        leading |= _project_finish(schedule, leading)
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


def _project_start(schedule: Schedule, led_to: set[Uid]) -> set[Uid]:
    """The one activity that may have no predecessor: a milestone if one is open there, else the earliest."""
    ends = _open_ends(schedule, led_to)
    return {min(ends, key=_start_of).uid} if ends else set()


def _project_finish(schedule: Schedule, leading: set[Uid]) -> set[Uid]:
    """The one activity that may have no successor: a milestone if one is open there, else the latest."""
    ends = _open_ends(schedule, leading)
    return {max(reversed(ends), key=_finish_of).uid} if ends else set()


def _open_ends(schedule: Schedule, tied: set[Uid]) -> list[Activity]:
    ends = [each for each in schedule.activities if each.uid not in tied and _can_be_an_end(each)]
    return [each for each in ends if each.is_milestone] or ends


def _can_be_an_end(activity: Activity) -> bool:
    return activity.active and not (activity.is_summary or activity.is_level_of_effort or activity.external)


def _start_of(activity: Activity) -> datetime:
    return activity.actual_start or activity.planned_start or datetime.max


def _finish_of(activity: Activity) -> datetime:
    return activity.actual_finish or activity.planned_finish or datetime.min
