"""How much of what the rules check is kept, by weight of what it matters."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading
from plumbline.engine.rules.rule import Outcome, Severity

METRIC = PracticeMetric(
    id="K8",
    title="Rule conformance",
    question="How sound are the plans?",
    formula="Rules passed, of the rules that could be judged, a major one counting three times and a minor one twice.",
)
WEIGHTS = {Severity.MAJOR: 3, Severity.MINOR: 2, Severity.INFO: 1}


def calculate(facts: PracticeFacts) -> Reading:
    """What was not assessable and what was waived counts neither for nor against."""
    judged = [
        (each, rule)
        for each in facts.projects
        if each.is_active
        for rule in each.rules or ()
        if rule.outcome in (Outcome.PASS, Outcome.FAIL)
    ]
    if not judged:
        return Reading(None, 0, 0, reason="No plan has been assessed yet.")
    of_all = sum(WEIGHTS[rule.severity] for _, rule in judged)
    kept = sum(WEIGHTS[rule.severity] for _, rule in judged if rule.outcome is Outcome.PASS)
    failed = tuple(
        Item(each.key, rule.title, False, f"{rule.severity} rule, fails")
        for each, rule in judged
        if rule.outcome is Outcome.FAIL
    )
    return Reading(100.0 * kept / of_all, kept, of_all, failed)
