"""What can be done about the mandate of an office: writing its parts, having the charter approved."""

from plumbline.office.mandate.actions.approval import approve_charter, ask_for_approval, decline_charter
from plumbline.office.mandate.actions.parts import (
    add_authority,
    add_challenge,
    add_measure,
    add_post,
    add_responsibility,
    add_roadmap_item,
    change_part,
    finish_roadmap_item,
    record_measure,
    remove_part,
)
from plumbline.office.mandate.actions.people import hold_post, leave_post
from plumbline.office.mandate.actions.services import answer_challenge, unanswer_challenge
from plumbline.office.mandate.actions.writing import change_mandate
from plumbline.office.mandate.queries.written import mandate_of

__all__ = [
    "add_authority",
    "add_challenge",
    "add_measure",
    "add_post",
    "add_responsibility",
    "add_roadmap_item",
    "answer_challenge",
    "approve_charter",
    "ask_for_approval",
    "change_mandate",
    "change_part",
    "decline_charter",
    "finish_roadmap_item",
    "hold_post",
    "leave_post",
    "mandate_of",
    "record_measure",
    "remove_part",
    "unanswer_challenge",
]
