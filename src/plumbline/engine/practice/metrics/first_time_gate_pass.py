"""How many gates were passed at the first review."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K5",
    title="First-time gate pass",
    question="Do projects come to their gates ready?",
    formula="First reviews of a gate that ended in go, with or without conditions, of all first reviews decided.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent, of projects that run and that have ended."""
    return share_of(
        (
            Item(each.key, gate.title, gate.passed, "passed" if gate.passed else "held or stopped")
            for each in facts.projects
            for gate in each.gates or ()
            if gate.attempt == 1
        ),
        "No gate has been decided yet.",
    )
