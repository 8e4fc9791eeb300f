"""What is done in the academy."""

from plumbline.office.academy.actions.answering import answer
from plumbline.office.academy.actions.assigning import assign, cancel_assignment, remind_of_what_is_due
from plumbline.office.academy.actions.certifying import withdraw_certificate
from plumbline.office.academy.actions.counting import count_as_done
from plumbline.office.academy.actions.judging import judge_what_was_assessed
from plumbline.office.academy.actions.proposing import assign_proposed, set_aside
from plumbline.office.academy.actions.reading import finish_lesson, read_piece
from plumbline.office.academy.actions.sitting import begin_exam, begin_test
from plumbline.office.academy.actions.taking_in import keep_results, take_in_results
from plumbline.office.academy.actions.weighing import weigh_what_is_due

__all__ = [
    "answer",
    "assign",
    "assign_proposed",
    "begin_exam",
    "begin_test",
    "cancel_assignment",
    "count_as_done",
    "finish_lesson",
    "judge_what_was_assessed",
    "keep_results",
    "read_piece",
    "remind_of_what_is_due",
    "set_aside",
    "take_in_results",
    "weigh_what_is_due",
    "withdraw_certificate",
]
