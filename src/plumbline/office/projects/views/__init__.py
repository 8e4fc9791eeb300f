"""Pages about portfolios, programmes and projects."""

from plumbline.office.projects.views.archive import (
    archive_portfolio,
    archive_programme,
    archive_project,
    restore_portfolio,
    restore_programme,
    restore_project,
)
from plumbline.office.projects.views.places import add_portfolio, add_programme, edit_portfolio, edit_programme, tree
from plumbline.office.projects.views.plans import download, formats, gantt, plan, plan_file
from plumbline.office.projects.views.projects import add, edit, projects
from plumbline.office.projects.views.tokens import revoke_token, tokens, tokens_file
from plumbline.office.projects.views.versions import (
    baseline,
    compare,
    compare_file,
    versions,
    what_moved,
    what_moved_file,
)

__all__ = [
    "add",
    "add_portfolio",
    "add_programme",
    "archive_portfolio",
    "archive_programme",
    "archive_project",
    "baseline",
    "compare",
    "compare_file",
    "download",
    "edit",
    "edit_portfolio",
    "edit_programme",
    "formats",
    "gantt",
    "plan",
    "plan_file",
    "projects",
    "restore_portfolio",
    "restore_programme",
    "restore_project",
    "revoke_token",
    "tokens",
    "tokens_file",
    "tree",
    "versions",
    "what_moved",
    "what_moved_file",
]
