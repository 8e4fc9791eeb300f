"""Pages of deliverables and acceptance criteria."""

from plumbline.office.acceptance.views.agreeing import agree, comment, take_back
from plumbline.office.acceptance.views.criteria import criterion, rewrite, withdraw, write
from plumbline.office.acceptance.views.deliverables import (
    criteria_file,
    deliverable,
    drop,
    drop_requirement,
    edit_deliverable,
    from_plan,
    overview,
)
from plumbline.office.acceptance.views.files import deliverable_files, feature_file, project_files, take_file

__all__ = [
    "agree",
    "comment",
    "criteria_file",
    "criterion",
    "deliverable",
    "deliverable_files",
    "drop",
    "drop_requirement",
    "edit_deliverable",
    "feature_file",
    "from_plan",
    "overview",
    "project_files",
    "rewrite",
    "take_back",
    "take_file",
    "withdraw",
    "write",
]
