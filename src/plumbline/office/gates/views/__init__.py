"""The pages of gates."""

from plumbline.office.gates.views.conditions import condition, conditions, withdraw_condition
from plumbline.office.gates.views.lists import calendar, record, record_pdf
from plumbline.office.gates.views.project import gate, open_review, question, standing
from plumbline.office.gates.views.reviews import (
    consent,
    decide,
    propose_condition,
    rate,
    recommend,
    replan,
    review,
    withdraw,
)

__all__ = [
    "calendar",
    "condition",
    "conditions",
    "consent",
    "decide",
    "gate",
    "open_review",
    "propose_condition",
    "question",
    "rate",
    "recommend",
    "record",
    "record_pdf",
    "replan",
    "review",
    "standing",
    "withdraw",
    "withdraw_condition",
]
