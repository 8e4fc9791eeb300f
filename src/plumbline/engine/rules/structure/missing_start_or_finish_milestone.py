"""Plans that do not say where the project begins or ends."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, logic_links, tasks, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Missing start or finish milestone",
    question="Does the plan begin and end with a milestone?",
    population="ends of the project",
    statement="{share} ends of the project {have} no milestone",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Without a milestone at each end nobody can say when the project began and when it is done. The finish that is "
        "reported is then that of whatever activity happens to be last."
    ),
    mend=(
        "Put a milestone at the beginning that the first activities follow, and one at the end that all the last ones "
        "lead to. Name the end after what is handed over."
    ),
    references=("GAO BP 1",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """An end is a milestone without predecessors, or without successors; one that has neither is one of the two."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    work = tasks(schedule)
    if not work:
        return Count(0, 0)
    starts, finishes = _milestones_at_the_ends(schedule)
    if len(starts) == 1:
        finishes = [each for each in finishes if each.uid != starts[0].uid]
    first, last = min(work, key=_start_of), max(reversed(work), key=_finish_of)
    offenders = (
        *(() if starts else (Offender.activity(first, "the plan begins here, without a milestone"),)),
        *(() if finishes else (Offender.activity(last, "the plan ends here, without a milestone"),)),
    )
    return Count(len(offenders), 2, offenders)


def _milestones_at_the_ends(schedule: Schedule) -> tuple[list[Activity], list[Activity]]:
    links = logic_links(schedule)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    milestones = [each for each in work_and_milestones(schedule) if each.is_milestone]
    starts = [each for each in milestones if each.uid not in led_to]
    return starts, [each for each in milestones if each.uid not in leading]


def _start_of(activity: Activity) -> datetime:
    return activity.actual_start or activity.planned_start or datetime.max


def _finish_of(activity: Activity) -> datetime:
    return activity.actual_finish or activity.planned_finish or datetime.min
