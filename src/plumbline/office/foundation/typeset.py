"""PDFs that screen readers can read (PDF/UA-1), typeset from a layout and data. The same data gives the same bytes.

Needs the extra ``pdf``. What people wrote goes in as data and never as markup.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

STANDS_IN = "□"
"""What is printed for a sign that no font has: pictures, and scripts that are not shipped."""
MOST_TRIES = 20
_REFUSED = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r'the text `"\\u\{([0-9a-f]+)\}"` could not')


def can_be_made() -> bool:
    return find_spec("typst") is not None and find_spec("font_source_sans_pro") is not None


def pdf_from(layout: Path, data: dict[str, Any], made_at: datetime) -> bytes:
    """``layout`` reads ``data`` as JSON, with ``made`` beside it: the day as year, month and day."""
    import typst

    given, to_the_second = inputs(data, made_at), made_at.replace(microsecond=0)
    for _ in range(MOST_TRIES):
        compiler = typst.Compiler(
            layout, root=layout.parent, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=given
        )
        try:
            made_of = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=to_the_second)
        except typst.TypstError as refused:
            if not (missing := _in_no_font(str(refused.diagnostic))):
                raise
            given = {"data": given["data"].translate(dict.fromkeys(map(ord, missing), STANDS_IN))}
        else:
            assert isinstance(made_of, bytes)
            return made_of
    raise ValueError("The document has signs that the fonts do not have.")


def inputs(data: dict[str, Any], made_at: datetime) -> dict[str, str]:
    """What the layout is given, as text that it reads as data."""
    made = {"year": made_at.year, "month": made_at.month, "day": made_at.day}
    return {"data": json.dumps({**data, "made": made}, ensure_ascii=False)}


def _in_no_font(diagnostic: str) -> set[str]:
    """The signs that PDF/UA refuses, because nobody could see them."""
    found = set("".join(_REFUSED.findall(diagnostic)))
    escaped = {chr(int(each, 16)) for each in _ESCAPED.findall(diagnostic)}
    return escaped if escaped else found - {"\\"}


@cache
def _fonts() -> Fonts:
    """Looked for once: it takes longer than writing a page."""
    import typst

    folder = str(files("font_source_sans_pro") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
