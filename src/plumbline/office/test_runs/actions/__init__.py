"""Runs are received, tests mapped to criteria, and people say what they saw."""

from plumbline.office.test_runs.actions.manual import Seen, give_evidence, withdraw_evidence
from plumbline.office.test_runs.actions.mapping import add_map_rule, drop_map_rule, match_again, take_map
from plumbline.office.test_runs.actions.receiving import CannotReceive, Received, receive_run

__all__ = [
    "CannotReceive",
    "Received",
    "Seen",
    "add_map_rule",
    "drop_map_rule",
    "give_evidence",
    "match_again",
    "receive_run",
    "take_map",
    "withdraw_evidence",
]
