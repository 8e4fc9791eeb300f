"""How many gates were held before work behind them began."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K4",
    title="Gate discipline",
    question="Are gates decisions, or are they held when the work has begun anyway?",
    formula="Gates passed before work of the next phase began, of those of which that is known and those run past.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """A gate that was run past counts against it; one of which nobody knows when work began counts neither way."""
    held = [
        Item(each.key, gate.title, in_time, f"passed on {gate.decided_on:%Y-%m-%d}, work began {gate.work_began_on}")
        for each in facts.projects
        for gate in each.gates or ()
        if gate.passed and (in_time := gate.held_in_time) is not None
    ]
    missed = [
        Item(each.key, title, False, "not held, and the project is in a later phase")
        for each in facts.projects
        for title in each.gates_due
    ]
    return share_of(held + missed, "Of no gate is it known whether it was held in time.")
