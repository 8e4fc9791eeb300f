"""How far what is reported lies from what the evidence says."""

from statistics import fmean

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import PracticeMetric, Reading, not_kept

METRIC = PracticeMetric(
    id="K15",
    title="Divergence of reported status",
    question="Do reports say what the evidence says?",
    formula="Mean of evidence less reported, with green 0, amber 1 and red 2.",
    unit="steps",
    better=Better.LOWER,
)
GREEN, RED = 0, 2


def calculate(facts: PracticeFacts) -> Reading:
    """The second number is the watermelon rate: reported green where the evidence is red, of those reported green."""
    colours = facts.office.colours
    if colours is None:
        return not_kept("reported colours")
    if not colours:
        return Reading(None, 0, 0, reason="No status has been reported yet.")
    reported_green = [evidence for reported, evidence in colours if reported == GREEN]
    melons = sum(evidence == RED for evidence in reported_green)
    rate = f"{100 * melons / len(reported_green):.0f} % of what is reported green is red" if reported_green else ""
    return Reading(fmean(evidence - reported for reported, evidence in colours), None, len(colours), also=rate)
