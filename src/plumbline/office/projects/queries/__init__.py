"""Questions about portfolios, programmes, projects and their plans."""

from plumbline.office.projects.queries.changes_page import changes_page, versions_to_compare
from plumbline.office.projects.queries.finish_moved import finish_moved
from plumbline.office.projects.queries.places import places
from plumbline.office.projects.queries.plan_page import (
    gantt_page,
    lines_to_export,
    plan_page,
    version_before,
    version_to_show,
)
from plumbline.office.projects.queries.plans import (
    baseline_schedule_of,
    calculation_of,
    schedule_of,
    version,
    version_from_file,
    versions,
)
from plumbline.office.projects.queries.project_list import ProjectFilters, found_projects, managers_of
from plumbline.office.projects.queries.tokens import Tokens, tokens_of
from plumbline.office.projects.queries.tree import (
    PortfolioInTree,
    ProgrammeInTree,
    portfolio,
    portfolios,
    programme,
    programmes,
    project,
    projects,
    tree,
)
from plumbline.office.projects.queries.version_list import listed_versions, version_page

__all__ = [
    "PortfolioInTree",
    "ProgrammeInTree",
    "ProjectFilters",
    "Tokens",
    "baseline_schedule_of",
    "calculation_of",
    "changes_page",
    "finish_moved",
    "found_projects",
    "gantt_page",
    "lines_to_export",
    "listed_versions",
    "managers_of",
    "places",
    "plan_page",
    "portfolio",
    "portfolios",
    "programme",
    "programmes",
    "project",
    "projects",
    "schedule_of",
    "tokens_of",
    "tree",
    "version",
    "version_before",
    "version_from_file",
    "version_page",
    "version_to_show",
    "versions",
    "versions_to_compare",
]
