"""Which candidates are worth most within budgets, capacities and rules. Method: docs/methods/selection.md."""

from plumbline.engine.optimisation.selection.choice import Choice, Effort, Proof, SolverMissing
from plumbline.engine.optimisation.selection.choose import MOST_WITHOUT_SOLVER, choose
from plumbline.engine.optimisation.selection.frontier import POINTS, Point, frontier
from plumbline.engine.optimisation.selection.problem import Bucket, Candidate, Group, Problem
from plumbline.engine.optimisation.selection.reasons import (
    Binding,
    Other,
    Reason,
    binding_limits,
    families,
    in_conflict,
    reasons,
)
from plumbline.engine.optimisation.selection.rows import Kind, Limit
from plumbline.engine.optimisation.selection.usage import Usage, broken_limits, usage_of

__all__ = [
    "MOST_WITHOUT_SOLVER",
    "POINTS",
    "Binding",
    "Bucket",
    "Candidate",
    "Choice",
    "Effort",
    "Group",
    "Kind",
    "Limit",
    "Other",
    "Point",
    "Problem",
    "Proof",
    "Reason",
    "SolverMissing",
    "Usage",
    "binding_limits",
    "broken_limits",
    "choose",
    "families",
    "frontier",
    "in_conflict",
    "reasons",
    "usage_of",
]
