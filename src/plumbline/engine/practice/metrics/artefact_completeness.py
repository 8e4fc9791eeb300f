"""How many of the artefacts that are due are there and approved."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K2",
    title="Artefact completeness",
    question="Is what the standard asks for by now there, and did somebody stand up for it?",
    formula="Required artefacts of the phases behind that are approved, of those that are due.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """One that is approved and out of date is complete; whether it is current is another number (K3)."""
    return share_of(
        (
            Item(each.key, artefact.title, artefact.approved, "approved" if artefact.approved else "not approved")
            for each in facts.projects
            if each.is_active
            for artefact in each.artefacts or ()
            if artefact.due
        ),
        "No artefact is due yet.",
    )
