"""What can be done about mentoring: programmes, taking part, proposals and answers, and the work of a pair."""

from plumbline.office.mentoring.actions.answering import agree_to_pair, decline_pair, take_back
from plumbline.office.mentoring.actions.programmes import begin_programme, change_programme
from plumbline.office.mentoring.actions.proposing import propose_pairs
from plumbline.office.mentoring.actions.taking_part import make_offer, say_wish, withdraw_offer, withdraw_wish
from plumbline.office.mentoring.actions.working import (
    agree_action,
    cancel_session,
    check_in,
    close_pair,
    finish_action,
    note,
    plan_session,
    review,
)

__all__ = [
    "agree_action",
    "agree_to_pair",
    "begin_programme",
    "cancel_session",
    "change_programme",
    "check_in",
    "close_pair",
    "decline_pair",
    "finish_action",
    "make_offer",
    "note",
    "plan_session",
    "propose_pairs",
    "review",
    "say_wish",
    "take_back",
    "withdraw_offer",
    "withdraw_wish",
]
