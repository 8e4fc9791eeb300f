"""The record of a decision as a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plumbline.office.foundation.frozen import Document
from plumbline.office.foundation.typeset import can_be_made, pdf_from

__all__ = ["LAYOUT", "can_be_made", "pdf_of"]
LAYOUT = Path(__file__).parent / "layout" / "record.typ"


def pdf_of(document: Document, digest: str) -> bytes:
    return pdf_from(LAYOUT, {**document, "digest": digest}, datetime.fromisoformat(document["decided_at"]))
