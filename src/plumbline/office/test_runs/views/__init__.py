"""Pages about test runs, and about what people saw."""

from plumbline.office.test_runs.views.manual import evidence, evidence_file, give_evidence, withdraw_evidence
from plumbline.office.test_runs.views.mapping import drop_rule, map_file, match, take_map, tests_map
from plumbline.office.test_runs.views.runs import (
    flaky,
    flaky_file,
    hand_in,
    original,
    results_file,
    run,
    runs,
    runs_file,
)

__all__ = [
    "drop_rule",
    "evidence",
    "evidence_file",
    "flaky",
    "flaky_file",
    "give_evidence",
    "hand_in",
    "map_file",
    "match",
    "original",
    "results_file",
    "run",
    "runs",
    "runs_file",
    "take_map",
    "tests_map",
    "withdraw_evidence",
]
