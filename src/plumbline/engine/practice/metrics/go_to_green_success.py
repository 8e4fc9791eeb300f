"""How often a plan to become green again does what it promised."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K19",
    title="Go-to-green success",
    question="When somebody plans how to become green again, does it work?",
    formula="Go-to-green plans after which the evidence was green by their day, of those whose day has come.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.plans``. What was withdrawn is not among them: it was given up, and never put to the test."""
    plans = facts.office.plans
    if plans is None:
        return not_kept("go-to-green plans")
    return share_of(
        (Item("", "Go-to-green plan", worked) for worked in plans), "No go-to-green plan has come to its day yet."
    )
