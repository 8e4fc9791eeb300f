"""What may be done about criteria, scenarios and the plan of record."""

from plumbline.office.choosing.actions.approving import CALCULATED, RANKED, approve_scenario
from plumbline.office.choosing.actions.candidates import (
    add_candidate,
    change_candidate,
    gather_candidates,
    move_candidate,
    rank_candidates,
    remove_candidate,
)
from plumbline.office.choosing.actions.criteria import compare_criteria, set_criteria
from plumbline.office.choosing.actions.scenarios import (
    add_scenario,
    archive_scenario,
    change_scenario,
    copy_scenario,
)
from plumbline.office.choosing.actions.selecting import ask_for_selection, cancel_selection

__all__ = [
    "CALCULATED",
    "RANKED",
    "add_candidate",
    "add_scenario",
    "approve_scenario",
    "archive_scenario",
    "ask_for_selection",
    "cancel_selection",
    "change_candidate",
    "change_scenario",
    "compare_criteria",
    "copy_scenario",
    "gather_candidates",
    "move_candidate",
    "rank_candidates",
    "remove_candidate",
    "set_criteria",
]
