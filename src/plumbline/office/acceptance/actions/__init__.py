"""Deeds about deliverables, their criteria, and who agrees on them."""

from plumbline.office.acceptance.actions.agreeing import agree, comment, take_back
from plumbline.office.acceptance.actions.answering import answer_point
from plumbline.office.acceptance.actions.arriving import take_features
from plumbline.office.acceptance.actions.criteria import add_criterion, change_text, withdraw_criterion
from plumbline.office.acceptance.actions.deliverables import (
    add_deliverable,
    add_requirement,
    change_deliverable,
    drop_deliverable,
    drop_requirement,
    take_from_plan,
    tie_to_plan,
)

__all__ = [
    "add_criterion",
    "add_deliverable",
    "add_requirement",
    "agree",
    "answer_point",
    "change_deliverable",
    "change_text",
    "comment",
    "drop_deliverable",
    "drop_requirement",
    "take_back",
    "take_features",
    "take_from_plan",
    "tie_to_plan",
    "withdraw_criterion",
]
