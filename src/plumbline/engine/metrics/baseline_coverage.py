"""How much of the plan has a promise to be compared with."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_BASELINE, NO_PLAN, NO_TASKS, Better, Measurement, Metric, Unit
from plumbline.engine.schedule import Activity, Schedule

METRIC = Metric(
    title="Activities with a baseline",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="Work without a baseline cannot be late, however late it is.",
    references=("DECM 06A501a", "GAO-16-89G best practice 10: maintaining a baseline schedule"),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Percentage of tasks and milestones that have a baseline finish.

    A file without any baseline dates proves nothing: some formats cannot hold them. Then it is not measurable.
    """
    if facts.plan is None:
        return NO_PLAN
    scope = baseline_scope(facts.plan.schedule)
    if not scope:
        return NO_TASKS
    promised = baselined_activities(facts.plan.schedule)
    return Measurement(100 * len(promised) / len(scope)) if promised else NO_BASELINE


def baseline_scope(schedule: Schedule) -> tuple[Activity, ...]:
    """Tasks and milestones of the project itself: no summary, level of effort, inactive or external line."""
    return tuple(
        each
        for each in schedule.activities
        if each.active and not (each.is_summary or each.is_level_of_effort or each.external)
    )


def baselined_activities(schedule: Schedule) -> tuple[Activity, ...]:
    """Those of the scope that have a baseline finish."""
    return tuple(each for each in baseline_scope(schedule) if each.baseline and each.baseline.finish)
