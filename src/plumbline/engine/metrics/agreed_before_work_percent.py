"""How many deliverables were agreed on before work on them began."""

from __future__ import annotations

from plumbline.engine.acceptance import AcceptanceFacts
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Better, Measurement, Metric, Unit, not_measurable
from plumbline.engine.work_on_deliverables import work_begun

METRIC = Metric(
    title="Agreed before work",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    why="It shows whether agreement comes before work, or is made up for afterwards.",
    references=("Acceptance test-driven development",),
)


def measure(facts: ProjectFacts) -> Measurement:
    """Deliverables all of whose criteria were agreed on the day work began or before, of those begun; per cent.

    A criterion whose text changed later counts from the day on which the new text was agreed.
    """
    acceptance = facts.acceptance or AcceptanceFacts()
    begun = [(each, start) for each in acceptance.deliverables if (start := work_begun(facts, each))]
    if not begun:
        return not_measurable("Work has begun on none of the deliverables yet.")
    in_time = 0
    for deliverable, start in begun:
        agreed = [each.agreed_on for each in acceptance.criteria_of(deliverable)]
        in_time += bool(agreed) and all(day is not None and day <= start.on for day in agreed)
    return Measurement(100 * in_time / len(begun))
