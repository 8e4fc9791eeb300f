"""Questions about runs of tests, and about what they say of criteria."""

from plumbline.office.test_runs.queries.evidence import StandingOf, evidence_of
from plumbline.office.test_runs.queries.mapping import MapPage, map_page, map_rule
from plumbline.office.test_runs.queries.runs import (
    ResultFilter,
    RunsPage,
    counted,
    flaky_cases,
    results_of,
    run_of,
    runs_of,
    runs_page,
)

__all__ = [
    "MapPage",
    "ResultFilter",
    "RunsPage",
    "StandingOf",
    "counted",
    "evidence_of",
    "flaky_cases",
    "map_page",
    "map_rule",
    "results_of",
    "run_of",
    "runs_of",
    "runs_page",
]
