"""Tasks finished, against tasks that should be finished by now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_BASELINE, NO_DATA_DATE, NO_PLAN, has_baseline, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Baseline execution index",
    question="How many activities are finished for each one that should be finished by now?",
    population="activities due by the data date",
    statement="The baseline execution index is {value}: {numerator} activities finished, {denominator} expected",
    limit_kind=LimitKind.AT_LEAST_RATIO,
    limit=0.95,
    severity=Severity.MAJOR,
    why=(
        "It tells whether the project gets work done at the pace it promised. An index of 0.80 means that of every "
        "five activities due only four are done, and what is left piles up before the finish."
    ),
    mend=(
        "Finish what is due before starting what is not. Give the listed activities an owner and a date in this "
        "period, and put activities without a baseline under change control so that they get one."
    ),
    references=("DCMA 14", "GAO BP 10"),
    parameters=(("variant", "dau"),),
    choices=(("variant", ("dau", "due_only", "baselined_only", "with_unbaselined_finished")),),
)


@dataclass(frozen=True, slots=True)
class _Tally:
    """Tasks by what was promised and what was done."""

    due: list[Activity]
    due_finished: int
    baselined_finished: int
    unbaselined: list[Activity]
    unbaselined_finished: int


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    population = tasks(schedule)
    if population and not has_baseline(population):
        return NO_BASELINE
    tally = _tally(population, schedule.data_date)
    finished, expected = _VARIANTS[settings.choice("variant")](tally)
    unfinished = [each for each in (*tally.due, *tally.unbaselined) if not each.is_complete]
    return Count(finished, expected, tuple(Offender.activity(each, _detail(each)) for each in unfinished))


def _tally(population: tuple[Activity, ...], data_date: datetime) -> _Tally:
    promised = [(each, each.baseline.finish if each.baseline else None) for each in population]
    due = [each for each, finish in promised if finish and finish <= data_date]
    unbaselined = [each for each, finish in promised if finish is None]
    return _Tally(
        due=due,
        due_finished=sum(each.is_complete for each in due),
        baselined_finished=sum(each.is_complete for each, finish in promised if finish),
        unbaselined=unbaselined,
        unbaselined_finished=sum(each.is_complete for each in unbaselined),
    )


def _dau(tally: _Tally) -> tuple[int, int]:
    return tally.baselined_finished + tally.unbaselined_finished, len(tally.due) + len(tally.unbaselined)


def _due_only(tally: _Tally) -> tuple[int, int]:
    return tally.due_finished, len(tally.due)


def _baselined_only(tally: _Tally) -> tuple[int, int]:
    return tally.baselined_finished, len(tally.due)


def _with_unbaselined_finished(tally: _Tally) -> tuple[int, int]:
    return tally.baselined_finished + tally.unbaselined_finished, len(tally.due) + tally.unbaselined_finished


_VARIANTS: dict[str, Callable[[_Tally], tuple[int, int]]] = {
    "dau": _dau,
    "due_only": _due_only,
    "baselined_only": _baselined_only,
    "with_unbaselined_finished": _with_unbaselined_finished,
}


def _detail(activity: Activity) -> str:
    finish = activity.baseline.finish if activity.baseline else None
    return f"due {finish:%Y-%m-%d}, not finished" if finish else "no baseline finish, not finished"
