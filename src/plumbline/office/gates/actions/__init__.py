"""Deeds at gates: answering, reviewing, deciding, and following conditions to their end."""

from plumbline.office.gates.actions.answers import answer
from plumbline.office.gates.actions.conditions import (
    close,
    propose_condition,
    report_done,
    send_back,
    withdraw_condition,
)
from plumbline.office.gates.actions.deciding import decide
from plumbline.office.gates.actions.reviews import consent, open_review, rate, recommend, replan, withdraw_review

__all__ = [
    "answer",
    "close",
    "consent",
    "decide",
    "open_review",
    "propose_condition",
    "rate",
    "recommend",
    "replan",
    "report_done",
    "send_back",
    "withdraw_condition",
    "withdraw_review",
]
