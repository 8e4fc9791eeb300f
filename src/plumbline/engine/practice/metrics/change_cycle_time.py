"""How long changes wait for a decision."""

from statistics import median

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import PracticeMetric, Reading, not_kept

METRIC = PracticeMetric(
    id="K13",
    title="Change cycle time",
    question="How long does a project wait until a change is decided?",
    formula="Median of the days from submitting a change to its decision.",
    unit="days",
    better=Better.LOWER,
)


def calculate(facts: PracticeFacts) -> Reading:
    """Days, from ``office.changes``."""
    changes = facts.office.changes
    if changes is None:
        return not_kept("changes")
    if not changes:
        return Reading(None, 0, 0, reason="No change has been decided yet.")
    return Reading(float(median((decided - asked).days for asked, decided in changes)), None, len(changes))
