"""Tasks that were due and came late, or have not come yet."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_BASELINE, NO_DATA_DATE, NO_PLAN, has_baseline, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Missed tasks",
    question="How many of the activities due by now were not finished by their baseline date?",
    population="activities due by the data date",
    statement="{share} activities due by now ({percent}) {are} later than promised",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why=(
        "How well a project has kept its dates so far is the best witness of how well it will keep the next ones. Many "
        "missed tasks mean that the rest of the plan is too hopeful, whatever it says."
    ),
    mend=(
        "Ask why the listed activities came late and whether the reason still holds. Adjust the durations that share "
        "it, agree a recovery with the people who do the work, and change the baseline only by a decision."
    ),
    references=("DCMA 11", "GAO BP 9"),
    parameters=(("variant", "all_due"),),
    choices=(("variant", ("all_due", "still_open")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    if schedule.data_date is None:
        return NO_DATA_DATE
    population = tasks(schedule)
    if population and not has_baseline(population):
        return NO_BASELINE
    due = [(each, promised) for each in population if (promised := _due_date(each)) and promised <= schedule.data_date]
    if settings.choice("variant") == "still_open":
        late = [(each, promised) for each, promised in due if not each.is_complete]
        return Count(len(late), len(population), _offenders(late))
    late = [(each, promised) for each, promised in due if not each.actual_finish or each.actual_finish > promised]
    return Count(len(late), len(due), _offenders(late))


def _due_date(activity: Activity) -> datetime | None:
    return activity.baseline.finish if activity.baseline else None


def _offenders(late: list[tuple[Activity, datetime]]) -> tuple[Offender, ...]:
    return tuple(Offender.activity(each, _detail(each, promised)) for each, promised in late)


def _detail(activity: Activity, promised: datetime) -> str:
    """An open task that was due cannot finish before the data date, so it is late whatever it forecasts."""
    done = f"finished {activity.actual_finish:%Y-%m-%d}" if activity.actual_finish else "not finished"
    return f"promised {promised:%Y-%m-%d}, {done}"
