"""PDFs that screen readers can read (PDF/UA-1), typeset from a layout and data. The same data gives the same bytes.

Needs the extra ``pdf``. What people wrote goes in as data and never as markup.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts


def can_be_made() -> bool:
    return find_spec("typst") is not None and find_spec("font_source_sans_pro") is not None


def pdf_from(layout: Path, data: dict[str, Any], made_at: datetime) -> bytes:
    """``layout`` reads ``data`` as JSON, with ``made`` beside it: the day as year, month and day."""
    import typst

    compiler = typst.Compiler(
        layout, root=layout.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs(data, made_at)
    )
    made_of = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made_at)
    assert isinstance(made_of, bytes)
    return made_of


def inputs(data: dict[str, Any], made_at: datetime) -> dict[str, str]:
    """What the layout is given, as text that it reads as data."""
    made = {"year": made_at.year, "month": made_at.month, "day": made_at.day}
    return {"data": json.dumps({**data, "made": made}, ensure_ascii=False)}


@cache
def _fonts() -> Fonts:
    """Looked for once: it takes longer than writing a page."""
    import typst

    folder = str(files("font_source_sans_pro") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
