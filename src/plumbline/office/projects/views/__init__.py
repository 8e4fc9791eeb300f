"""Pages about portfolios, programmes and projects."""

from plumbline.office.projects.views.places import add_portfolio, add_programme, edit_portfolio, edit_programme
from plumbline.office.projects.views.projects import (
    add,
    archive_project,
    baseline,
    edit,
    projects,
    restore_project,
)

__all__ = [
    "add",
    "add_portfolio",
    "add_programme",
    "archive_project",
    "baseline",
    "edit",
    "edit_portfolio",
    "edit_programme",
    "projects",
    "restore_project",
]
