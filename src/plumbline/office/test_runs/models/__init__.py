"""What test tools reported and what people saw, which is for which criterion, and how each criterion stands by it."""

from plumbline.office.test_runs.models.evidence import (
    CriterionEvidence,
    CriterionTest,
    EvidenceTurn,
    MapRule,
    Outcome,
    Via,
)
from plumbline.office.test_runs.models.manual import EvidenceWithdrawal, ManualEvidence, Verdict
from plumbline.office.test_runs.models.runs import FilePiece, Status, TestCase, TestResult, TestRun

__all__ = [
    "CriterionEvidence",
    "CriterionTest",
    "EvidenceTurn",
    "EvidenceWithdrawal",
    "FilePiece",
    "ManualEvidence",
    "MapRule",
    "Outcome",
    "Status",
    "TestCase",
    "TestResult",
    "TestRun",
    "Verdict",
    "Via",
]
