"""Makes words from a file harmless on a terminal: what could command it is shown as an escape instead."""

from __future__ import annotations

import re

_COMMANDING = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # terminal controls, 7 and 8 bit
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reordering of text
    "\u2028\u2029"  # line breaks
    "\ud800-\udfff"  # halves of characters
    "]"
)


def plain(text: str) -> str:
    """``text`` on one line, with every control character written out, as in ``\\x1b``."""
    return _COMMANDING.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\t\n\r":
        return " "
    return character.encode("unicode_escape").decode("ascii")
