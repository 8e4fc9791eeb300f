"""How often what was promised is promised anew."""

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading

METRIC = PracticeMetric(
    id="K12",
    title="Baseline volatility",
    question="Do promises hold for a while?",
    formula="Baselines set after the first, for each year that the projects have been running since their first one.",
    unit="a year",
    better=Better.LOWER,
)


def calculate(facts: PracticeFacts) -> Reading:
    """A project's years begin with its first baseline. The second number is the share set without a reason."""
    again, without, days = [], 0, 0
    for each in facts.projects:
        if not each.baselines:
            continue
        ordered = sorted(each.baselines)
        days += max(0, ((each.finished_on or facts.as_of) - ordered[0][0]).days)
        for day, has_reason in ordered[1:]:
            again.append(Item(each.key, "Baseline", True, f"set again on {day:%Y-%m-%d}"))
            without += not has_reason
    if not days:
        return Reading(None, len(again), 0, reason="No project has had a baseline for a day yet.")
    years = days / 365.25
    also = f"{without} of {len(again)} without a reason" if again else ""
    return Reading(len(again) / years, len(again), round(years, 2), tuple(again), also=also)
