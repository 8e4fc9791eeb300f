"""What changes standards: drafts, what is said of them, and what is published."""

from plumbline.office.standards.actions.drafts import (
    begin_draft,
    change_page,
    publish_draft,
    read_again,
    remark,
    remove_page,
    submit_draft,
    withdraw_draft,
)
from plumbline.office.standards.actions.publishing import publish, publish_builtin

__all__ = [
    "begin_draft",
    "change_page",
    "publish",
    "publish_builtin",
    "publish_draft",
    "read_again",
    "remark",
    "remove_page",
    "submit_draft",
    "withdraw_draft",
]
