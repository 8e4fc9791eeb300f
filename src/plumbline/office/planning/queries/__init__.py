"""Questions about plans that are being written."""

from plumbline.office.planning.queries.drafts import draft_of, drafts_of, open_drafts, own_draft
from plumbline.office.planning.queries.findings import findings_at
from plumbline.office.planning.queries.page import SHOWN, EditorPage, editor_page
from plumbline.office.planning.queries.unshown import unshown

__all__ = [
    "SHOWN",
    "EditorPage",
    "draft_of",
    "drafts_of",
    "editor_page",
    "findings_at",
    "open_drafts",
    "own_draft",
    "unshown",
]
