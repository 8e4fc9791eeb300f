"""Runs are received, and tests mapped to criteria."""

from plumbline.office.test_runs.actions.mapping import add_map_rule, drop_map_rule, match_again, take_map
from plumbline.office.test_runs.actions.receiving import CannotReceive, Received, receive_run

__all__ = [
    "CannotReceive",
    "Received",
    "add_map_rule",
    "drop_map_rule",
    "match_again",
    "receive_run",
    "take_map",
]
