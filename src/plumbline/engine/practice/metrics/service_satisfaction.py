"""How content those are whom the office serves."""

from statistics import fmean

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import PracticeMetric, Reading, not_kept

METRIC = PracticeMetric(
    id="K18",
    title="PMO service satisfaction",
    question="Is the office worth it to those it serves?",
    formula="Mean of the scores from 1 to 5 that were given at the end of a service.",
    unit="of 5",
)


def calculate(facts: PracticeFacts) -> Reading:
    """The second number is the response rate."""
    answers = facts.office.answers
    if answers is None:
        return not_kept("answers about services")
    if not answers:
        return Reading(None, 0, facts.office.asked, reason="Nobody has answered yet.")
    rate = f"{100 * len(answers) / facts.office.asked:.0f} % answered" if facts.office.asked else ""
    return Reading(fmean(answers), None, len(answers), also=rate)
