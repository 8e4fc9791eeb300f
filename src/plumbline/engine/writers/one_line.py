"""Words of a plan as every format can hold them."""

from __future__ import annotations

import re

_NOWHERE_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def one_line(text: str) -> str:
    """Without line breaks and without the characters that neither XML nor a spreadsheet may contain."""
    return " ".join(_NOWHERE_ALLOWED.sub("", text).split())
