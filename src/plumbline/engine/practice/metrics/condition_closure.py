"""How many conditions of gates were closed by their day."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K6",
    title="Condition closure",
    question="Does somebody see to it that conditions are met?",
    formula="Conditions closed by their due day, of those whose day has come.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """A condition whose day lies ahead is no evidence of anything yet, closed or open."""
    return share_of(
        (
            Item(
                each.key,
                condition.title,
                condition.closed_in_time(),
                f"due {condition.due_on:%Y-%m-%d}, "
                + (f"closed {condition.closed_on:%Y-%m-%d}" if condition.closed_on else "open"),
            )
            for each in facts.projects
            for condition in each.conditions or ()
            if condition.due_on < facts.as_of
        ),
        "No condition has been due yet.",
    )
