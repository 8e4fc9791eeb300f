"""The record of a decision as a PDF that screen readers can read (PDF/UA-1). The same record gives the same bytes.

Needs the extra ``pdf``. What people wrote goes in as data and never as markup.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from plumbline.office.gates.record import Document

if TYPE_CHECKING:
    from typst import Fonts

LAYOUT = Path(__file__).parent / "layout" / "record.typ"


def can_be_made() -> bool:
    return find_spec("typst") is not None and find_spec("font_source_sans_pro") is not None


def pdf_of(document: Document, digest: str) -> bytes:
    import typst

    compiler = typst.Compiler(
        LAYOUT, root=LAYOUT.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs(document, digest)
    )
    decided_at = datetime.fromisoformat(document["decided_at"])
    made_of = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=decided_at)
    assert isinstance(made_of, bytes)
    return made_of


def inputs(document: Document, digest: str) -> dict[str, str]:
    """What the layout is given, as text that it reads as data."""
    decided_at = datetime.fromisoformat(document["decided_at"])
    made = {"year": decided_at.year, "month": decided_at.month, "day": decided_at.day}
    return {"data": json.dumps({**document, "digest": digest, "made": made}, ensure_ascii=False)}


@cache
def _fonts() -> Fonts:
    """Looked for once: it takes longer than writing a record."""
    import typst

    folder = str(files("font_source_sans_pro") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
