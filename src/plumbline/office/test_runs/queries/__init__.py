"""Questions about runs of tests and what people saw, and about what they say of criteria."""

from plumbline.office.test_runs.queries.evidence import StandingOf, evidence_of
from plumbline.office.test_runs.queries.evidence_page import EvidencePage, evidence_page
from plumbline.office.test_runs.queries.facts import criterion_facts
from plumbline.office.test_runs.queries.manual import Givers, counting_evidence, givers, manual_evidence
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
    "EvidencePage",
    "Givers",
    "MapPage",
    "ResultFilter",
    "RunsPage",
    "StandingOf",
    "counted",
    "counting_evidence",
    "criterion_facts",
    "evidence_of",
    "evidence_page",
    "flaky_cases",
    "givers",
    "manual_evidence",
    "map_page",
    "map_rule",
    "results_of",
    "run_of",
    "runs_of",
    "runs_page",
]
