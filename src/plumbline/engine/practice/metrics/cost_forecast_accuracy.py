"""How near the forecasts of the cost of finished projects were to what they cost."""

from statistics import fmean

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading

METRIC = PracticeMetric(
    id="K20",
    title="Cost forecast accuracy",
    question="When a project said on its way what it would cost, was it right?",
    formula="One less the mean error of the estimates at completion by CPI, as a share of what it did cost; the mean "
    "of the projects all of whose budget is earned.",
)
CLOSE = 0.1


def calculate(facts: PracticeFacts) -> Reading:
    """Every period before the end counts alike. The second number is the bias; below zero, forecasts were too low."""
    found = [(each.key, *each.cost_forecasts) for each in facts.projects if each.cost_forecasts]
    if not found:
        return Reading(None, 0, 0, reason="No project with a cost baseline has earned all of its budget yet.")
    items = tuple(
        Item(key, "Cost", error <= CLOSE, f"forecasts {100 * error:.0f} % off, bias {100 * bias:+.0f} %")
        for key, error, bias in found
    )
    bias = fmean(bias for _, _, bias in found)
    value = 100 * fmean(max(0.0, 1 - error) for _, error, _ in found)
    return Reading(value, None, len(found), items, also=f"bias {100 * bias:+.0f} %")
