"""How much of the work is behind us."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import NO_PLAN, NO_TASKS, Better, Measurement, Metric, Unit
from plumbline.engine.rules.populations import tasks
from plumbline.engine.schedule import Activity

METRIC = Metric(
    title="Complete",
    unit=Unit.PERCENT,
    better=Better.NEITHER,
    why="It says how much room is left to correct the course; by itself it is neither good nor bad.",
)


def measure(facts: ProjectFacts) -> Measurement:
    """Percentage of the tasks' total duration that is done, each task weighted by its duration."""
    if facts.plan is None:
        return NO_PLAN
    work = tasks(facts.plan.schedule)
    total = sum(each.duration for each in work)
    if not total:
        return NO_TASKS
    return Measurement(100 * sum(_done(each) for each in work) / total)


def _done(task: Activity) -> int:
    if task.is_complete:
        return task.duration
    return max(0, task.duration - task.remaining) if task.is_started else 0
