"""What a spreadsheet program must not mistake for a formula."""

from __future__ import annotations

from typing import Any

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Also full-width, as some programs take those for the same."""


def harmless(cell: Any) -> Any:
    """A text that would be taken for a formula is marked as text; anything else stays as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA) else cell
