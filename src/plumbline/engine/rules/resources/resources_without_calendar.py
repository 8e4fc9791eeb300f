"""People and machines of which the plan does not know when they work."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, people_and_machines
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Resource, Schedule

RULE = Rule(
    title="Resources without a calendar",
    question="How many resources with work have no calendar of their own?",
    population="people and machines with work",
    statement="{share} people and machines with work ({percent}) {have} no calendar",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Without a calendar a resource is taken to be there whenever the activity goes on: on holidays, at night, on "
        "the days it works elsewhere. The plan then promises work that nobody is there to do."
    ),
    mend="Give each listed resource the calendar it really works by: its shifts, its holidays, its part-time days.",
    references=("GAO BP 3",),
)

_NO_CALENDARS = not_assessable(
    "No resource of the plan has a calendar, so the file may not carry them. "
    "Give the resources calendars in the planning tool and deliver the plan again."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    working = _resources_with_work(facts.plan.schedule)
    if working and not any(each.calendar is not None for each in working):
        return _NO_CALENDARS
    offenders = tuple(Offender.resource(each, "no calendar") for each in working if each.calendar is None)
    return Count(len(offenders), len(working), offenders)


def _resources_with_work(schedule: Schedule) -> list[Resource]:
    assigned = {each.resource for each in schedule.assignments}
    return [each for each in people_and_machines(schedule) if each.uid in assigned]
