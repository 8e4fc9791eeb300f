"""What is done in the academy."""

from plumbline.office.academy.actions.answering import answer
from plumbline.office.academy.actions.assigning import assign, cancel_assignment, remind_of_what_is_due
from plumbline.office.academy.actions.certifying import withdraw_certificate
from plumbline.office.academy.actions.reading import finish_lesson, read_piece
from plumbline.office.academy.actions.sitting import begin_exam, begin_test

__all__ = [
    "answer",
    "assign",
    "begin_exam",
    "begin_test",
    "cancel_assignment",
    "finish_lesson",
    "read_piece",
    "remind_of_what_is_due",
    "withdraw_certificate",
]
