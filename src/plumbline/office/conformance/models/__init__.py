"""How well standards are followed, as counted day by day; and audits."""

from plumbline.office.conformance.models.audits import Audit, AuditReport, SampleChoice, SampledProject
from plumbline.office.conformance.models.checklists import ChecklistAnswer, ChecklistQuestion
from plumbline.office.conformance.models.findings import AuditFinding, FindingEvent
from plumbline.office.conformance.models.measures import GroupConformance, PracticeReading, ProjectConformance

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditReport",
    "ChecklistAnswer",
    "ChecklistQuestion",
    "FindingEvent",
    "GroupConformance",
    "PracticeReading",
    "ProjectConformance",
    "SampleChoice",
    "SampledProject",
]
