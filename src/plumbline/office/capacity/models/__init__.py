"""People who do the work, what is asked of them, and what follows from both."""

from plumbline.office.capacity.models.asking import CapacityDecision, CapacityRequest, PlanMatch
from plumbline.office.capacity.models.kept import CapacityState, KeptCapacity, PlanDemand, ProjectCapacity, ReadPlan
from plumbline.office.capacity.models.people import (
    Ability,
    HeldAbility,
    Leave,
    LeaveTable,
    LineWork,
    Pool,
    ResourcePerson,
    WorkingPattern,
    WorkingShare,
)

__all__ = [
    "Ability",
    "CapacityDecision",
    "CapacityRequest",
    "CapacityState",
    "HeldAbility",
    "KeptCapacity",
    "Leave",
    "LeaveTable",
    "LineWork",
    "PlanDemand",
    "PlanMatch",
    "Pool",
    "ProjectCapacity",
    "ReadPlan",
    "ResourcePerson",
    "WorkingPattern",
    "WorkingShare",
]
