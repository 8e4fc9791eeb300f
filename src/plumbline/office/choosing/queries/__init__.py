"""Questions about criteria, scenarios and the plan of record."""

from plumbline.office.choosing.queries.comparison import MOST_BESIDE, Comparison, beside
from plumbline.office.choosing.queries.finding import (
    approval_in,
    approvals_of,
    candidate_in,
    open_requests,
    plan_of_record,
    running_projects,
    scenario_in,
    scenarios_of,
    selection_in,
)
from plumbline.office.choosing.queries.pages import Ranked, ScenarioPage, scenario_page
from plumbline.office.choosing.queries.problems import scenario_problem
from plumbline.office.choosing.queries.weights import Consistency, Worth, consistency_of, weighting_of, worths

__all__ = [
    "MOST_BESIDE",
    "Comparison",
    "Consistency",
    "Ranked",
    "ScenarioPage",
    "Worth",
    "approval_in",
    "approvals_of",
    "beside",
    "candidate_in",
    "consistency_of",
    "open_requests",
    "plan_of_record",
    "running_projects",
    "scenario_in",
    "scenario_page",
    "scenario_problem",
    "scenarios_of",
    "selection_in",
    "weighting_of",
    "worths",
]
