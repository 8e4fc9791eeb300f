"""What the rules about benefits share: when there is nothing to judge, and how a line is named."""

from __future__ import annotations

from plumbline.engine.benefits import BenefitFact, BenefitFacts
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Offender, not_assessable

NO_BENEFITS = not_assessable(
    "The project has no benefits that are still wanted. Enter what gets better by it on the page Benefits."
)


def benefits(facts: ProjectFacts) -> BenefitFacts:
    """What is known of the benefits of the project; empty where none was ever entered."""
    return facts.benefits or BenefitFacts()


def offender(benefit: BenefitFact, detail: str) -> Offender:
    return Offender.of_register(benefit.key, f"{benefit.key} {benefit.title}", detail)
