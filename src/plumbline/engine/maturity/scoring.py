"""Levels from answers."""

from __future__ import annotations

from collections.abc import Mapping

from plumbline.engine.maturity.answers import Answer
from plumbline.engine.maturity.model import LEVELS, Attribute, MaturityModel, Perspective

Answers = Mapping[str, Answer | None]
"""By the key of the attribute; what is missing was not answered."""


def level_of(perspective: Perspective, answers: Answers) -> int:
    """The highest level of which, and of all below which, every attribute is met; 0 if level 1 is not reached.

    Partly met is not met, and neither is what nobody answered.
    """
    reached = 0
    for level in LEVELS:
        if any(answers.get(each.key) != Answer.MET for each in perspective.at(level)):
            break
        reached = level
    return reached


def levels(model: MaturityModel, answers: Answers) -> dict[str, int]:
    """The level of each perspective, in the order of the model."""
    return {each.key: level_of(each, answers) for each in model.perspectives}


def overall(levels: Mapping[str, int]) -> int:
    """That of the lowest perspective. Raises ``ValueError`` without any."""
    return min(levels.values())


def missing(perspective: Perspective, answers: Answers) -> tuple[Attribute, ...]:
    """What is not met of the level after the one reached; nothing at level 5."""
    following = level_of(perspective, answers) + 1
    return tuple(each for each in perspective.at(following) if answers.get(each.key) != Answer.MET)


def next_steps(model: MaturityModel, answers: Answers) -> tuple[Attribute, ...]:
    """What is missing in the perspectives that hold the whole down: those of the lowest level."""
    reached = levels(model, answers)
    lowest = overall(reached)
    return tuple(
        each
        for perspective in model.perspectives
        if reached[perspective.key] == lowest
        for each in missing(perspective, answers)
    )
