"""Questions about portfolios, programmes, projects and their plans."""

from plumbline.office.projects.queries.plans import (
    baseline_schedule_of,
    calculation_of,
    schedule_of,
    version,
    version_from_file,
    versions,
)
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

__all__ = [
    "PortfolioInTree",
    "ProgrammeInTree",
    "baseline_schedule_of",
    "calculation_of",
    "portfolio",
    "portfolios",
    "programme",
    "programmes",
    "project",
    "projects",
    "schedule_of",
    "tree",
    "version",
    "version_from_file",
    "versions",
]
