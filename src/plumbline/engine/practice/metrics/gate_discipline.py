"""How many gates were held before work behind them began."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K4",
    title="Gate discipline",
    question="Are gates decisions, or are they held when the work has begun anyway?",
    formula="Gates passed before work of the next phase began, of the gates passed and those that were run past.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """A gate that a project ran past without holding it counts against it; when the work began must be known."""
    held = [
        Item(each.key, gate.title, gate.held_in_time, f"passed on {gate.decided_on:%Y-%m-%d}")
        for each in facts.projects
        for gate in each.gates or ()
        if gate.passed
    ]
    missed = [
        Item(each.key, title, False, "not held, and the project is in a later phase")
        for each in facts.projects
        if each.is_active
        for title in each.gates_due
    ]
    return share_of(held + missed, "No gate has been passed yet.")
