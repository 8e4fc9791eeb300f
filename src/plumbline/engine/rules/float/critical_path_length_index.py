"""How much of the way to the finish is left to go, against the time there is for it."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.completion import COMPLETION_PARAMETER, NO_COMPLETION, completion_of
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, days_as_text
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, ConstraintKind, Schedule

RULE = Rule(
    title="Critical path length index",
    question="Is there enough time for the work that leads to the finish?",
    population="working days between the data date and the finish",
    statement=(
        "The critical path length index is {value}: the way to the finish takes {denominator} working days "
        "and there are {numerator}"
    ),
    limit_kind=LimitKind.AT_LEAST_RATIO,
    limit=0.95,
    severity=Severity.MAJOR,
    why=(
        "It sets the delay at the finish against the time left to catch up. Ten days late is little with a year to go "
        "and much with a month to go. Below 1.00 the project must work faster than planned from today on."
    ),
    mend=(
        "Shorten what is left of the critical path: split it, overlap it, or add people where that helps. If it cannot "
        "be shortened, take the forecast date to whoever owns the promised one and have it decided."
    ),
    references=("DCMA 13", "GAO BP 6"),
    parameters=(COMPLETION_PARAMETER, ("target", "baseline_or_contract")),
    choices=(("target", ("baseline_or_contract", "baseline", "contract")),),
)

_NO_TARGET = not_assessable(
    "No date is known that the finish should keep. Set a baseline, or give the plan or its finish milestone "
    "a contract date (must finish by, deadline, finish no later than)."
)
_PROMISES = (ConstraintKind.FINISH_NO_LATER_THAN, ConstraintKind.FINISH_ON, ConstraintKind.MUST_FINISH_ON)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule, calculation = facts.plan.schedule, facts.plan.calculation
    if schedule.data_date is None:
        return NO_DATA_DATE
    completion = completion_of(schedule, calculation, settings.choice("milestone"))
    finish = calculation.dates[completion.uid].early_finish if completion else None
    if completion is None or finish is None:
        return NO_COMPLETION
    target = _target(schedule, completion, settings.choice("target"))
    if target is None:
        return _NO_TARGET
    return _index(schedule, completion, schedule.data_date, finish, target)


def _index(schedule: Schedule, completion: Activity, data_date: datetime, finish: datetime, target: datetime) -> Count:
    """(critical path length + total float) / critical path length, in working days of the plan's default calendar.

    A milestone takes no time, so its own calendar is often set by chance: around the clock, say.
    """
    calendar = schedule.calendar_by_uid[schedule.default_calendar]
    time = WorkingTime(calendar)
    length = Fraction(time.between(data_date, finish), calendar.minutes_per_day)
    total_float = Fraction(time.between(finish, target), calendar.minutes_per_day)
    if length <= 0:
        return not_assessable("No working time is left between the data date and the finish.")
    late = f"forecast {finish:%Y-%m-%d}, promised {target:%Y-%m-%d}: {days_as_text(-total_float)} late"
    offenders = (Offender.activity(completion, late),) if total_float < 0 else ()
    return Count(float(length + total_float), float(length), offenders, value=(length + total_float) / length)


def _target(schedule: Schedule, completion: Activity, choice: str) -> datetime | None:
    baseline = completion.baseline.finish if completion.baseline else None
    if choice == "baseline":
        return baseline
    contract = _contract_date(schedule, completion)
    return contract if choice == "contract" else baseline or contract


def _contract_date(schedule: Schedule, completion: Activity) -> datetime | None:
    constraints = [each.date for each in completion.constraints if each.kind in _PROMISES]
    promised = [each for each in (*constraints, completion.deadline, schedule.must_finish_by) if each is not None]
    return min(promised, default=None)
