"""Pages of plans that are being written."""

from plumbline.office.planning.views.doing import do, redo, rows, undo
from plumbline.office.planning.views.drafts import discard, draft, drafts, take_up
from plumbline.office.planning.views.editor import begin, page
from plumbline.office.planning.views.publishing import findings, publish

__all__ = [
    "begin",
    "discard",
    "do",
    "draft",
    "drafts",
    "findings",
    "page",
    "publish",
    "redo",
    "rows",
    "take_up",
    "undo",
]
