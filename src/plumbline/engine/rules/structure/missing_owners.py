"""Work that nobody answers for."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Missing owners",
    question="How many open activities have nobody who answers for them?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} nobody who answers for them",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "Work with several hands and no owner is everybody's and nobody's. There is no one to ask how much is left, "
        "and no one who says in time that it will be late."
    ),
    mend=(
        "Name one person for each listed activity, or for the summary above it: who knows how it stands and decides "
        "what is done about it."
    ),
    references=("GAO BP 3",),
    parameters=(("owner_of_summary", "counts"),),
    choices=(("owner_of_summary", ("counts", "ignored")),),
)

_NO_OWNERS = not_assessable(
    "The plan names nobody who is responsible for anything, so the file may not carry it. "
    "If owners are kept in the planning tool, deliver the plan with them."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """An activity is answered for by its own owner, or by that of a summary above it."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if not any(each.responsible.strip() for each in schedule.activities):
        return _NO_OWNERS
    open_tasks = incomplete_tasks(schedule)
    above_too = settings.choice("owner_of_summary") == "counts"
    offenders = tuple(
        Offender.activity(each, "nobody is responsible")
        for each in open_tasks
        if not _has_owner(schedule, each, above_too=above_too)
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _has_owner(schedule: Schedule, activity: Activity, *, above_too: bool) -> bool:
    if activity.responsible.strip():
        return True
    parent = activity.parent if above_too else None
    while parent is not None:
        summary = schedule.activity_by_uid[parent]
        if summary.responsible.strip():
            return True
        parent = summary.parent
    return False
