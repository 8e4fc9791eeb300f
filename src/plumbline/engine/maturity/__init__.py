"""How mature project management is: what was answered about a model's attributes in, levels from 0 to 5 out."""

from plumbline.engine.maturity.agreement import Spread, agreed, majority, spread
from plumbline.engine.maturity.answers import Answer
from plumbline.engine.maturity.model import (
    LEVELS,
    Attribute,
    Level,
    MaturityModel,
    Perspective,
    model_from,
)
from plumbline.engine.maturity.scoring import level_of, levels, missing, next_steps, overall

__all__ = [
    "LEVELS",
    "Answer",
    "Attribute",
    "Level",
    "MaturityModel",
    "Perspective",
    "Spread",
    "agreed",
    "level_of",
    "levels",
    "majority",
    "missing",
    "model_from",
    "next_steps",
    "overall",
    "spread",
]
