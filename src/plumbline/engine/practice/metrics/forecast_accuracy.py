"""How near the forecasts of finished projects were to what came."""

from statistics import fmean

from plumbline.engine.practice.facts import PracticeFacts, ProjectPractice
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading

METRIC = PracticeMetric(
    id="K14",
    title="Forecast accuracy",
    question="When a project said in good time when it would finish, was it right?",
    formula="One less the error of the forecast made when a quarter was left, as a share of the duration; the mean of "
    "the finished projects.",
)
LEFT = 0.25


def calculate(facts: PracticeFacts) -> Reading:
    """The forecast is the last one made before three quarters of the real duration had gone by.

    The second number is the bias: the mean of forecast less real finish in days; below zero, forecasts were too early.
    """
    found = [(each, error) for each in facts.projects if (error := _error_days(each)) is not None]
    if not found:
        return Reading(None, 0, 0, reason="No finished project has a forecast from its last quarter.")
    accuracies = [max(0.0, 1 - abs(error) / _duration(each)) for each, error in found]
    bias = fmean(error for _, error in found)
    items = tuple(
        Item(each.key, "Finish", abs(error) <= 0.1 * _duration(each), f"forecast {error:+d} days off")
        for each, error in found
    )
    return Reading(100 * fmean(accuracies), None, len(found), items, also=f"bias {bias:+.0f} days")


def _duration(project: ProjectPractice) -> int:
    assert project.started_on is not None
    assert project.finished_on is not None
    return max(1, (project.finished_on - project.started_on).days)


def _error_days(project: ProjectPractice) -> int | None:
    if project.started_on is None or project.finished_on is None or project.finished_on <= project.started_on:
        return None
    until = project.finished_on.toordinal() - LEFT * _duration(project)
    early = [each for each in project.forecasts if each.as_of.toordinal() <= until]
    if not early:
        return None
    return (max(early, key=lambda each: each.as_of).finish - project.finished_on).days
