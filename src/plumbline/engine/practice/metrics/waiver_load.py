"""How many rules are set aside."""

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.facts import PracticeFacts, ProjectPractice, WaiverFact
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading
from plumbline.engine.rules.rule import Outcome

METRIC = PracticeMetric(
    id="K9",
    title="Waiver load",
    question="Does the standard still suit the projects, or is it set aside more often than kept?",
    formula="Waivers that hold, of the rules that could be judged.",
    better=Better.LOWER,
)


def calculate(facts: PracticeFacts) -> Reading:
    """Beside it: those whose day is over while their rule still fails, and those that wait for a decision."""
    projects = [each for each in facts.projects if each.is_active and each.waivers is not None]
    applicable = sum(rule.outcome is not Outcome.NOT_ASSESSABLE for each in projects for rule in each.rules or ())
    waivers = [(each, waiver) for each in projects for waiver in each.waivers or ()]
    holding = [(each, waiver) for each, waiver in waivers if waiver.holds_on(facts.as_of)]
    overdue = sum(_is_overdue(facts, each, waiver) for each, waiver in waivers)
    waiting = sum(waiver.waits_since is not None for _, waiver in waivers)
    also = f"{overdue} over while the rule still fails, {waiting} undecided"
    if not applicable:
        return Reading(None, len(holding), 0, reason="No project has been assessed by any rule yet.", also=also)
    items = tuple(Item(each.key, waiver.title, True, f"through {waiver.last_day}") for each, waiver in holding)
    return Reading(100.0 * len(holding) / applicable, len(holding), applicable, items, also=also)


def _is_overdue(facts: PracticeFacts, project: ProjectPractice, waiver: WaiverFact) -> bool:
    if waiver.waits_since is not None or waiver.last_day >= facts.as_of:
        return False
    return any(each.name == waiver.rule and each.outcome is Outcome.FAIL for each in project.rules or ())
