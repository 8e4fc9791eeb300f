"""How many of the approved artefacts somebody has looked at in time."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K3",
    title="Artefact currency",
    question="Is what was approved still looked at, or has it become a museum?",
    formula="Approved artefacts that were looked at within their review interval, of the approved ones.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent; projects that have ended do not count."""
    return share_of(
        (
            Item(each.key, artefact.title, artefact.current, "current" if artefact.current else "out of date")
            for each in facts.projects
            if each.is_active
            for artefact in each.artefacts or ()
            if artefact.approved
        ),
        "No artefact that is due has been approved yet.",
    )
