"""What stands in the way of a decision at a gate. Pure: sentences that say what is missing and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Decision


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed rule that nobody has set aside; ``covered`` by a proposed condition."""

    rule: str
    title: str
    consequence: Consequence
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """``open_questions`` are the mandatory ones without a yes; ``not_asked`` roles that must agree and said nothing."""

    allowed: tuple[Decision, ...]
    open_questions: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    conditions: int = 0
    not_asked: tuple[str, ...] = ()
    unrated: bool = False


def obstacles(outcome: Decision, situation: Situation) -> list[str]:
    """Empty where the gate may be decided so."""
    if outcome not in situation.allowed:
        return ["This gate does not allow this decision."]
    found = [
        f"{each} has not been asked yet. Their consent or dissent is part of the record."
        for each in situation.not_asked
    ]
    if outcome in (Decision.HOLD, Decision.STOP):
        return found
    if situation.unrated:
        found.append("The lead reviewer has not set the rating of the review.")
    found += [
        f"“{each.title}” fails and blocks the gate: mend it, or have it set aside by a waiver."
        for each in situation.failures
        if each.consequence is Consequence.BLOCK
    ]
    if outcome is Decision.CONDITIONAL:
        return found + _without_conditions(situation)
    return found + _not_unconditional(situation)


def _without_conditions(situation: Situation) -> list[str]:
    found = [] if situation.conditions else ["Go with conditions needs a condition: propose one in the review first."]
    return found + [
        f"“{each.title}” fails: mend it, have it set aside by a waiver, or propose a condition that mends it."
        for each in situation.failures
        if each.consequence is Consequence.WAIVER and not each.covered
    ]


def _not_unconditional(situation: Situation) -> list[str]:
    found = [f"Not answered with yes: “{each}”" for each in situation.open_questions]
    found += [
        f"“{each.title}” fails: mend it, have it set aside by a waiver, or go with a condition that mends it."
        for each in situation.failures
        if each.consequence is Consequence.WAIVER
    ]
    if situation.conditions:
        found.append("Conditions are proposed: go with conditions, or withdraw them first.")
    return found
