"""A critical path that does not carry a delay to the finish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import ALWAYS, WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.completion import COMPLETION_PARAMETER, NO_COMPLETION, completion_of
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks, minutes_per_day
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.rules.what_if import without_hard_constraints
from plumbline.engine.schedule import Activity, LinkKind, Schedule, Uid
from plumbline.engine.schedule.trial import Trial

RULE = Rule(
    title="Critical path test",
    question="If an activity on the longest path took far longer, would the finish move by as much?",
    population="open activities",
    statement="Tested activities whose delay of {delay_days} working days does not reach the finish: {share}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "A critical path is only one if a delay on it reaches the finish. If it gets lost on the way, logic is missing "
        "and nobody can tell which activities decide the finish date."
    ),
    mend=(
        "Follow the listed activity's successors towards the finish milestone and find where the chain ends or where "
        "a date is entered by hand. Add the missing link; replace the entered date by logic."
    ),
    references=("DCMA 12", "GAO BP 6"),
    parameters=(COMPLETION_PARAMETER, ("delay_days", 600), ("tolerance_days", 30)),
)

_FROM_THE_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = without_hard_constraints(facts.plan.schedule)
    dates = facts.plan.calculation if schedule is facts.plan.schedule else Trial(schedule)
    completion = completion_of(schedule, dates, settings.choice("milestone"))
    critical = _first_on_the_longest_path(schedule, dates.longest_path)
    if completion is None or critical is None:
        return NO_COMPLETION
    delay = settings.number("delay_days")
    delayed = Trial(_delayed(schedule, critical, delay))
    shift = _shift(schedule, critical, dates.early_finish(completion.uid), delayed.early_finish(completion.uid))
    if abs(shift - delay) <= settings.number("tolerance_days"):
        return Count(0, 1)
    detail = f"a delay of {days_as_text(delay)} moves {completion.id} by {days_as_text(shift)}"
    return Count(1, 1, (Offender.activity(critical, detail),))


def _first_on_the_longest_path(schedule: Schedule, path: Sequence[Uid]) -> Activity | None:
    """The first open task there whose finish, not only its start, leads on.

    The longest path is a safer guide than float where there are several calendars (AACE 49R-06).
    """
    open_tasks = {each.uid: each for each in incomplete_tasks(schedule)}
    by_finish = {(each.predecessor, each.successor) for each in schedule.links if each.kind in _FROM_THE_FINISH}
    for uid, after in zip(path, (*path[1:], None), strict=True):
        if uid in open_tasks and (after is None or (uid, after) in by_finish):
            return open_tasks[uid]
    return None


def _delayed(schedule: Schedule, critical: Activity, delay: Fraction) -> Schedule:
    minutes = int(delay * minutes_per_day(schedule, critical))
    longer = replace(
        critical, duration=critical.duration + minutes, remaining=critical.remaining + minutes, expected_finish=None
    )
    activities = tuple(longer if each.uid == critical.uid else each for each in schedule.activities)
    return replace(schedule, activities=activities)


def _shift(schedule: Schedule, critical: Activity, before: datetime, after: datetime) -> Fraction:
    """From one instant to the other in working days of the delayed activity."""
    calendar = ALWAYS if critical.elapsed else schedule.calendar_of(critical)
    return in_days(schedule, critical, WorkingTime(calendar).between(before, after))
