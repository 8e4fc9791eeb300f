"""What the evidence says about one project."""

from plumbline.engine.assessment.freshness import changes_by_time_alone
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
    "changes_by_time_alone",
]
