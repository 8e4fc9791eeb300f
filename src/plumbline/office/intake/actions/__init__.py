"""Deeds about project requests."""

from plumbline.office.intake.actions.accepting import accept
from plumbline.office.intake.actions.scoring import give_scores
from plumbline.office.intake.actions.talking import ask_author, say
from plumbline.office.intake.actions.triage import answer_screening, decline, hold, merge, pass_screening, return_due
from plumbline.office.intake.actions.writing import begin_request, save_request, submit_request, withdraw_request

__all__ = [
    "accept",
    "answer_screening",
    "ask_author",
    "begin_request",
    "decline",
    "give_scores",
    "hold",
    "merge",
    "pass_screening",
    "return_due",
    "save_request",
    "say",
    "submit_request",
    "withdraw_request",
]
