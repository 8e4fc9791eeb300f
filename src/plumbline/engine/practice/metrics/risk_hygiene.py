"""How many open risks are looked after."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K10",
    title="Risk hygiene",
    question="Is each risk somebody's, and has somebody looked at it lately?",
    formula="Open risks with an owner, a response and a review in time, of all open risks.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.risks``."""
    risks = facts.office.risks
    if risks is None:
        return not_kept("risks")
    return share_of((Item("", "Risk", each) for each in risks), "No risk is open.")
