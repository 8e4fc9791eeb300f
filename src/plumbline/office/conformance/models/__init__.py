"""What is kept about how well standards are followed."""

from plumbline.office.conformance.models.audits import Audit, AuditReport, SampleChoice, SampledProject
from plumbline.office.conformance.models.checklists import ChecklistAnswer, ChecklistQuestion
from plumbline.office.conformance.models.findings import AuditFinding, FindingEvent

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditReport",
    "ChecklistAnswer",
    "ChecklistQuestion",
    "FindingEvent",
    "SampleChoice",
    "SampledProject",
]
