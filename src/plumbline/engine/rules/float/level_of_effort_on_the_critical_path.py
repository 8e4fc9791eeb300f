"""Work without a result of its own on the path that decides the finish."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.longest_path import NO_PATH, open_path
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Schedule

RULE = Rule(
    title="Level of effort on the critical path",
    question="Does supervision or support decide when the project finishes?",
    population="open activities on the longest path",
    statement="Levels of effort that lead the longest path, or lie on it: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Supervision lasts as long as the work does. If it lies on the longest path the finish follows from a length "
        "that somebody guessed, and the work that really decides it is hidden behind."
    ),
    mend=(
        "Make each listed activity a level of effort that spans the work it serves, with no successor but other levels "
        "of effort, and tie its successors to that work. A deliverable with a misleading name needs a better name."
    ),
    references=("GAO BP 6",),
    parameters=(
        ("words", "management, supervision, oversight, support, administration, coordination"),
        ("least_share_percent", 50),
    ),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    path = open_path(facts.plan)
    if not path:
        return NO_PATH
    offenders = (*_leading_the_path(facts.plan, path), *_drawn_as_tasks(facts.plan, path, settings))
    return Count(len(offenders), len(path), offenders)


def _leading_the_path(plan: PlanFacts, path: tuple[Activity, ...]) -> list[Offender]:
    """Levels of effort that the plan puts before work on the path, though in the calculation they hold nothing."""
    schedule, on_path = plan.schedule, {each.uid for each in path}
    first = {
        link.predecessor: schedule.activity_by_uid[link.successor]
        for link in reversed(schedule.links)
        if link.successor in on_path
    }
    return [
        Offender.activity(each, f"leads to {first[each.uid].id}, which is on the longest path")
        for each in schedule.activities
        if each.uid in first and each.is_level_of_effort and each.active and not each.is_complete
    ]


def _drawn_as_tasks(plan: PlanFacts, path: tuple[Activity, ...], settings: RuleSettings) -> list[Offender]:
    """Tasks on the path that are named like a level of effort and last most of the time that is left."""
    words = [each.strip().lower() for each in settings.choice("words").split(",") if each.strip()]
    least = settings.number("least_share_percent")
    offenders = []
    for each in path:
        word = next((one for one in words if one in each.name.lower()), None)
        if word is None or each.is_milestone:
            continue
        left = _time_left(plan.schedule, each, plan.calculation.finish)
        if left > 0 and 100 * each.remaining >= least * left:
            offenders.append(Offender.activity(each, f"a task called '{word}' that lasts most of the time left"))
    return offenders


def _time_left(schedule: Schedule, activity: Activity, finish: datetime) -> int:
    calendar = ALWAYS if activity.elapsed else schedule.calendar_of(activity)
    return WorkingTime(calendar).between(schedule.data_date or schedule.start, finish)
