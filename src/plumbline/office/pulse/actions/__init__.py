"""What can be done with the pulse."""

from plumbline.office.pulse.actions.answering import answer_as, answer_by_link
from plumbline.office.pulse.actions.rounds import close_round, keep_up, open_round
from plumbline.office.pulse.actions.setting_up import DEFAULT_QUESTIONS, set_up

__all__ = [
    "DEFAULT_QUESTIONS",
    "answer_as",
    "answer_by_link",
    "close_round",
    "keep_up",
    "open_round",
    "set_up",
]
