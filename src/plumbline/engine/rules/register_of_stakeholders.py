"""What the rules about stakeholders share: when there is nothing to judge, and how a line is named."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Offender, not_assessable
from plumbline.engine.stakeholders import StakeFacts

NO_REGISTER = not_assessable(
    "The project has no register of stakeholders yet. Enter who can help or hinder it on the page Stakeholders."
)


def stakes(facts: ProjectFacts) -> tuple[StakeFacts, ...]:
    return facts.stakeholders.stakes if facts.stakeholders else ()


def offender(stake: StakeFacts, detail: str) -> Offender:
    return Offender.of_register(stake.key, f"Stakeholder {stake.key}", detail)
