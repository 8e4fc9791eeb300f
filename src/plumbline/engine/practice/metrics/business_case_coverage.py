"""How many active projects have an approved business case."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, share_of

METRIC = PracticeMetric(
    id="K1",
    title="Business-case coverage",
    question="Does every project know why it is worth doing?",
    formula="Active projects with an approved business case, of the active projects whose standard asks for one.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent; projects that have ended do not count."""
    return share_of(
        (
            Item(each.key, "Business case", each.business_case, "approved" if each.business_case else "not approved")
            for each in facts.projects
            if each.is_active and each.business_case is not None
        ),
        "No active project's standard asks for a business case.",
    )
