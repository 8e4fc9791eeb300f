"""One resource that the whole project hangs on."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.most_units import (
    NO_MAX_UNITS,
    UNITS_CHOICES,
    UNITS_PARAMETER,
    most_units,
    units_are_unknown,
)
from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks, people_and_machines
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, Resource, Schedule, Uid

RULE = Rule(
    title="Single point of failure",
    question="How much of what is left depends on one person or machine?",
    population="work that is left",
    statement="{percent} of what is left depends on one person or machine",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=50,
    severity=Severity.MINOR,
    why=(
        "If one person carries most of the work, or is on every activity of the critical path, an illness or another "
        "project stops everything, and nobody else can step in on the day."
    ),
    mend=(
        "Give some of the listed activities to somebody else, let a second person learn the work beside the first, or "
        "name a deputy. Where that is impossible, enter it as a risk with an owner."
    ),
    references=("GAO BP 3",),
    parameters=(("measure", "remaining_work"), ("least_resources", 3), UNITS_PARAMETER),
    choices=(("measure", ("remaining_work", "critical_path")), UNITS_CHOICES),
)

_NO_WORK = not_assessable(
    "No work that is left is assigned to a person or machine, so nothing can be said about whom it hangs on. "
    "Assign resources with their hours and deliver the plan again."
)
_SMALL_TEAM = not_assessable("The team is too small for its work to be spread over more people.")
_NO_CRITICAL = not_assessable("Nobody is assigned to the open activities of the critical path.")

Load = dict[Uid, dict[Uid, int]]
"""By resource: what it has to do for each activity."""


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """The largest share of one resource: of the remaining working minutes, or of the critical tasks with resources.

    A resource of which there is more than one is a team, in which somebody can step in.
    """
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    people = {each.uid: each for each in people_and_machines(schedule)}
    work = _remaining_work(schedule, people)
    if not work:
        return _NO_WORK
    if len(work) < settings.number("least_resources"):
        return _SMALL_TEAM
    if units_are_unknown(schedule, settings):
        return NO_MAX_UNITS
    if settings.choice("measure") == "remaining_work":
        return _share(schedule, people, work, sum(sum(each.values()) for each in work.values()))
    critical = _critical(facts.plan)
    load = {uid: dict.fromkeys(activities.keys() & critical, 1) for uid, activities in work.items()}
    staffed = {activity for each in load.values() for activity in each}
    return _share(schedule, people, load, len(staffed)) if staffed else _NO_CRITICAL


def _remaining_work(schedule: Schedule, people: dict[Uid, Resource]) -> Load:
    open_tasks = {each.uid: each for each in incomplete_tasks(schedule)}
    load: dict[Uid, dict[Uid, int]] = defaultdict(lambda: defaultdict(int))
    for each in schedule.assignments:
        activity = open_tasks.get(each.activity)
        if activity is not None and each.resource in people and each.work > 0:
            load[each.resource][activity.uid] += _left(each.work, activity)
    return load


def _left(work: int, activity: Activity) -> int:
    return work * activity.remaining // activity.duration if activity.is_started else work


def _critical(plan: PlanFacts) -> set[Uid]:
    return {uid for uid, dates in plan.calculation.dates.items() if dates.critical}


def _share(schedule: Schedule, people: dict[Uid, Resource], load: Load, whole: int) -> Count:
    if not whole:
        return _NO_WORK
    single = [uid for uid in load if most_units(people[uid]) <= 1]
    if not single:
        return Count(0, whole)
    busiest = max(single, key=lambda uid: sum(load[uid].values()))
    of_busiest, name = load[busiest], people[busiest].name
    carried = sum(of_busiest.values())
    offenders = tuple(Offender.activity(each, name) for each in schedule.activities if each.uid in of_busiest)
    return Count(carried, whole, offenders, value=Fraction(100 * carried, whole))
