"""What the evidence says about one project."""

from plumbline.engine.assessment.document import UnreadableAssessment, from_dict, to_dict
from plumbline.engine.assessment.freshness import changes_by_time_alone
from plumbline.engine.assessment.promised_days import (
    last_days_of_benefits,
    last_days_of_evidence,
    last_days_of_stakeholders,
    last_days_of_targets,
)
from plumbline.engine.assessment.records import (
    Assessment,
    DimensionStatus,
    IndicatorStatus,
    MetricResult,
    OverallStatus,
    Status,
)
from plumbline.engine.rules.verdict import RuleResult

__all__ = [
    "Assessment",
    "DimensionStatus",
    "IndicatorStatus",
    "MetricResult",
    "OverallStatus",
    "RuleResult",
    "Status",
    "UnreadableAssessment",
    "changes_by_time_alone",
    "from_dict",
    "last_days_of_benefits",
    "last_days_of_evidence",
    "last_days_of_stakeholders",
    "last_days_of_targets",
    "to_dict",
]
