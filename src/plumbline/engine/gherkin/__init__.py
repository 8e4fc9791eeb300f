"""Criteria of acceptance as text: Gherkin in all its languages and checklists read, features and tests written."""

from plumbline.engine.gherkin.checklist import Item, items_of
from plumbline.engine.gherkin.document import (
    Block,
    Case,
    Document,
    Examples,
    Feature,
    Problem,
    Scenario,
    Step,
    UnreadableGherkin,
)
from plumbline.engine.gherkin.read import read, read_criterion

__all__ = [
    "Block",
    "Case",
    "Document",
    "Examples",
    "Feature",
    "Item",
    "Problem",
    "Scenario",
    "Step",
    "UnreadableGherkin",
    "items_of",
    "read",
    "read_criterion",
]
