"""Questions about the documents of a project."""

from plumbline.office.artefacts.queries.documents import (
    approval,
    document,
    saved_text,
    saved_texts,
    version,
    versions_of,
)
from plumbline.office.artefacts.queries.list_page import as_lines, list_page, standings_seen
from plumbline.office.artefacts.queries.standings import ArtefactStanding, artefact_standings
from plumbline.office.artefacts.queries.waiting import waiting_for

__all__ = [
    "ArtefactStanding",
    "approval",
    "artefact_standings",
    "as_lines",
    "document",
    "list_page",
    "saved_text",
    "saved_texts",
    "standings_seen",
    "version",
    "versions_of",
    "waiting_for",
]
