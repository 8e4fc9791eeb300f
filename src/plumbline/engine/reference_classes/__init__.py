"""The outside view: how estimates of projects of a kind turned out, and what that says about today's.

    own = Ratios("Depots", Subject.DURATION, (1.0, 1.1, 1.3, ...), source="our own projects", prices="")
    own.uplift(0.8).share                       # what to add so that four of five would have kept it
    own.kept_with(0.10)                         # how many kept theirs with ten per cent in hand
    for each in load_published(library.reference_classes()): ...

Formulas, sources and how sure each figure is: docs/methods/outside-view.md.
"""

from plumbline.engine.reference_classes.model import (
    LEAST_CASES,
    Certainty,
    Chance,
    ReferenceClass,
    Subject,
    Uplift,
)
from plumbline.engine.reference_classes.own import Outcome, Ratios, ratio_of
from plumbline.engine.reference_classes.published import BaseRates, OptimismBias, UpliftTable
from plumbline.engine.reference_classes.published_files import UnreadableClasses, load_published

__all__ = [
    "LEAST_CASES",
    "BaseRates",
    "Certainty",
    "Chance",
    "OptimismBias",
    "Outcome",
    "Ratios",
    "ReferenceClass",
    "Subject",
    "UnreadableClasses",
    "Uplift",
    "UpliftTable",
    "load_published",
    "ratio_of",
]
