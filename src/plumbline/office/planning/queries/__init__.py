"""Questions about plans that are being written."""

from plumbline.office.planning.queries.drafts import draft_of, drafts_of, open_drafts, own_draft
from plumbline.office.planning.queries.findings import findings_at
from plumbline.office.planning.queries.page import SHOWN, EditorPage, editor_page
from plumbline.office.planning.queries.starting import Offered, offered_way, offered_ways, start_of
from plumbline.office.planning.queries.unshown import unshown

__all__ = [
    "SHOWN",
    "EditorPage",
    "Offered",
    "draft_of",
    "drafts_of",
    "editor_page",
    "findings_at",
    "offered_way",
    "offered_ways",
    "open_drafts",
    "own_draft",
    "start_of",
    "unshown",
]
