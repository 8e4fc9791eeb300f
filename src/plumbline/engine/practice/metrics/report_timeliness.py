"""How many status reports came in time."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K7",
    title="Report timeliness",
    question="Do those who decide hear of their projects when they should?",
    formula="Status reports published by their due day, of the reports due.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.reports``; a missing report that is due counts against."""
    reports = facts.office.reports
    if reports is None:
        return not_kept("status reports")
    return share_of(
        (
            Item("", f"Report due {due:%Y-%m-%d}", published is not None and published <= due)
            for due, published in reports
            if due <= facts.as_of
        ),
        "No report has been due yet.",
    )
