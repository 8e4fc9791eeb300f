"""How many issues nobody had seen coming."""

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K11",
    title="Risk-to-issue surprise",
    question="Does what goes wrong take anybody by surprise?",
    formula="Issues that were no risk before, of all issues.",
    better=Better.LOWER,
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.issues``."""
    issues = facts.office.issues
    if issues is None:
        return not_kept("issues")
    return share_of((Item("", "Issue", not foreseen) for foreseen in issues), "There was no issue yet.")
