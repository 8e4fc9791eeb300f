"""What the rules about acceptance share: when there is nothing to judge, and how a line is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plumbline.engine.acceptance import AcceptanceFacts, AskedPoint, CriterionFact, DeliverableFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.readiness import Looked, standings
from plumbline.engine.rules.rule import Count, Offender, not_assessable

NO_DELIVERABLES = not_assessable(
    "The project names no deliverables yet. Enter what it hands over, or take it from the plan, on the page Acceptance."
)


def known(facts: ProjectFacts) -> AcceptanceFacts:
    return facts.acceptance or AcceptanceFacts()


def share_of(population: Iterable[DeliverableFact], defect: Callable[[DeliverableFact], str], nobody: str) -> Count:
    """How many of them have a defect; ``defect`` says which, or nothing. ``nobody`` is said of an empty population."""
    counted = list(population)
    if not counted:
        return not_assessable(nobody)
    found = [(each, said) for each in counted if (said := defect(each))]
    offenders = tuple(Offender.of_register(each.reference, each.name, said) for each, said in found)
    return Count(len(found), len(counted), offenders)


def share_of_criteria(
    population: Iterable[CriterionFact], defect: Callable[[CriterionFact], str], nobody: str
) -> Count:
    """The same of criteria."""
    counted = list(population)
    if not counted:
        return not_assessable(nobody)
    found = [(each, said) for each in counted if (said := defect(each))]
    offenders = tuple(Offender.of_register(each.reference, each.title, said) for each, said in found)
    return Count(len(found), len(counted), offenders)


def unmet(points: Iterable[AskedPoint], facts: ProjectFacts, deliverable: DeliverableFact, done: bool) -> str:
    """Which points hold a deliverable up, as one line; nothing where none does."""
    looked = Looked(deliverable, known(facts).criteria_of(deliverable), facts.plan)
    answers = deliverable.done if done else deliverable.ready
    open_ones = [each for each in standings(points, looked, answers) if each.holds_up]
    return "; ".join(f"{each.point.question.rstrip('?.')}: {each.why or 'not known'}" for each in open_ones)
