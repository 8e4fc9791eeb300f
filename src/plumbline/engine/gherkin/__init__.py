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
from plumbline.engine.gherkin.take_apart import Arrived, take_apart
from plumbline.engine.gherkin.write_feature import Written, feature_text
from plumbline.engine.gherkin.write_tests import pending_tests

__all__ = [
    "Arrived",
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
    "Written",
    "feature_text",
    "items_of",
    "pending_tests",
    "read",
    "read_criterion",
    "take_apart",
]
