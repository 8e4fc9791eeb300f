"""What can be done about portfolios, programmes, projects and their plans."""

from plumbline.office.projects.actions.archive import archive, restore
from plumbline.office.projects.actions.bulk import ProjectRow, put_projects
from plumbline.office.projects.actions.plans import RecordedPlan, record_plan, set_baseline
from plumbline.office.projects.actions.tokens import make_token, revoke_token
from plumbline.office.projects.actions.tree import (
    create_portfolio,
    create_programme,
    create_project,
    edit_portfolio,
    edit_programme,
    edit_project,
    start_project,
)

__all__ = [
    "ProjectRow",
    "RecordedPlan",
    "archive",
    "create_portfolio",
    "create_programme",
    "create_project",
    "edit_portfolio",
    "edit_programme",
    "edit_project",
    "make_token",
    "put_projects",
    "record_plan",
    "restore",
    "revoke_token",
    "set_baseline",
    "start_project",
]
