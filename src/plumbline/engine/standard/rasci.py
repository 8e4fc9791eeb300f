"""Who is responsible, accountable, supports, is consulted, is informed: a letter each, with a slash between several."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Part(StrEnum):
    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    SUPPORTS = "S"
    CONSULTED = "C"
    INFORMED = "I"


NOTHING = "-"
"""Stands where a role has no part at all."""


def parts_of(cell: str) -> tuple[Part, ...]:
    """``"A/S"`` is accountable and supports; ``"-"`` is nothing. Raises ``ValueError`` for other letters."""
    if cell.strip() == NOTHING:
        return ()
    found = []
    for letter in cell.split("/"):
        try:
            found.append(Part(letter.strip()))
        except ValueError:
            letters = ", ".join(Part)
            raise ValueError(f"{letter.strip()!r} is none of the letters {letters}, nor '-' for no part") from None
    return tuple(found)


def flaw_in(row: Mapping[str, str]) -> str:
    """What is wrong with one row, by role; empty where exactly one is accountable and somebody is responsible.

    Who is accountable may be responsible too, in one cell: ``A/R``.
    """
    parts = [part for cell in row.values() for part in parts_of(cell)]
    accountable = parts.count(Part.ACCOUNTABLE)
    if accountable != 1:
        who = [role for role, cell in row.items() if Part.ACCOUNTABLE in parts_of(cell)]
        named = f" ({', '.join(who)})" if who else ""
        return (
            f"exactly one role is accountable (A) for it; here there {'are' if accountable else 'is'} "
            f"{accountable or 'none'}{named}"
        )
    if Part.RESPONSIBLE not in parts:
        return "no role is responsible (R) for it"
    return ""
