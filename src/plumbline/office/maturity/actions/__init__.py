"""What can be done about maturity: beginning a round, answering, agreeing, closing; targets and next steps."""

from plumbline.office.maturity.actions.answering import finish, save_judgements, take_up_again
from plumbline.office.maturity.actions.closing import call_off, close_round
from plumbline.office.maturity.actions.consensus import set_consensus
from plumbline.office.maturity.actions.measuring import measure_again
from plumbline.office.maturity.actions.rounds import begin_round, invite, remind
from plumbline.office.maturity.actions.steps import add_step
from plumbline.office.maturity.actions.targets import set_targets

__all__ = [
    "add_step",
    "begin_round",
    "call_off",
    "close_round",
    "finish",
    "invite",
    "measure_again",
    "remind",
    "save_judgements",
    "set_consensus",
    "set_targets",
    "take_up_again",
]
