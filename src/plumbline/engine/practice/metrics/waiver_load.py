"""How many rules are set aside."""

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading

METRIC = PracticeMetric(
    id="K9",
    title="Waiver load",
    question="Does the standard still suit the projects, or is it set aside more often than kept?",
    formula="Waivers that hold or wait for a decision, of the rules that apply to the projects that keep records.",
    better=Better.LOWER,
)
TOO_LONG_DAYS = 14


def calculate(facts: PracticeFacts) -> Reading:
    """The second number counts those undecided for two weeks, or whose last day came before a decision."""
    projects = [each for each in facts.projects if each.is_active and each.waivers is not None]
    applicable = sum(len(each.rules or ()) for each in projects)
    open_ones = [
        (each, waiver)
        for each in projects
        for waiver in each.waivers or ()
        if waiver.waits_since or waiver.holds_on(facts.as_of)
    ]
    overdue = sum(
        waiver.waits_since is not None
        and ((facts.as_of - waiver.waits_since).days > TOO_LONG_DAYS or waiver.last_day < facts.as_of)
        for _, waiver in open_ones
    )
    if not applicable:
        return Reading(None, len(open_ones), 0, reason="No project has been assessed by any rule yet.")
    items = tuple(
        Item(each.key, waiver.title, True, "waits for a decision" if waiver.waits_since else f"to {waiver.last_day}")
        for each, waiver in open_ones
    )
    value = 100.0 * len(open_ones) / applicable
    return Reading(value, len(open_ones), applicable, items, also=f"{overdue} wait too long for a decision")
