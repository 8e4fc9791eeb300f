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

__all__ = [
    "agree",
    "comment",
    "criteria_file",
    "criterion",
    "deliverable",
    "drop",
    "drop_requirement",
    "edit_deliverable",
    "from_plan",
    "overview",
    "rewrite",
    "take_back",
    "withdraw",
    "write",
]
