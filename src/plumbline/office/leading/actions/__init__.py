"""What can be done about who leads which project, and for those who do."""

from plumbline.office.leading.actions.assigning import assign_manager
from plumbline.office.leading.actions.classes import Drawn, draw_classes
from plumbline.office.leading.actions.helping import answer_help, ask_for_help, take_help, withdraw_help
from plumbline.office.leading.actions.one_to_ones import (
    agree_action,
    cancel_one_to_one,
    close_action,
    hold_one_to_one,
    move_one_to_one,
    note_in_one_to_one,
    plan_one_to_one,
)
from plumbline.office.leading.actions.profiles import set_profile

__all__ = [
    "Drawn",
    "agree_action",
    "answer_help",
    "ask_for_help",
    "assign_manager",
    "cancel_one_to_one",
    "close_action",
    "draw_classes",
    "hold_one_to_one",
    "move_one_to_one",
    "note_in_one_to_one",
    "plan_one_to_one",
    "set_profile",
    "take_help",
    "withdraw_help",
]
