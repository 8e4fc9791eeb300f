"""What test tools reported, which tests are for which criterion, and how each criterion stands by them."""

from plumbline.office.test_runs.models.evidence import (
    CriterionEvidence,
    CriterionTest,
    EvidenceTurn,
    MapRule,
    Outcome,
    Via,
)
from plumbline.office.test_runs.models.runs import FilePiece, Status, TestCase, TestResult, TestRun

__all__ = [
    "CriterionEvidence",
    "CriterionTest",
    "EvidenceTurn",
    "FilePiece",
    "MapRule",
    "Outcome",
    "Status",
    "TestCase",
    "TestResult",
    "TestRun",
    "Via",
]
