"""What can be done about services: offering them, asking for them, working on what was asked, booking the effort."""

from plumbline.office.services.actions.asking import answer_satisfaction, ask_for_service, withdraw
from plumbline.office.services.actions.assigning import assign_request
from plumbline.office.services.actions.booking import book_effort, correct_effort, set_rate
from plumbline.office.services.actions.offering import (
    add_question,
    add_service,
    archive_service,
    change_service,
    remove_question,
    restore_service,
    take_from_catalogue,
)
from plumbline.office.services.actions.talking import comment
from plumbline.office.services.actions.working import begin, decline, finish, respond, resume, wait_for_customer

__all__ = [
    "add_question",
    "add_service",
    "answer_satisfaction",
    "archive_service",
    "ask_for_service",
    "assign_request",
    "begin",
    "book_effort",
    "change_service",
    "comment",
    "correct_effort",
    "decline",
    "finish",
    "remove_question",
    "respond",
    "restore_service",
    "resume",
    "set_rate",
    "take_from_catalogue",
    "wait_for_customer",
    "withdraw",
]
