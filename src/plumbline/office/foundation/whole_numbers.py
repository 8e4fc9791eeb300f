"""Numbers as addresses and forms name them."""

from __future__ import annotations

from typing import Any

from django.db.models import lookups

LONGEST = 18
"""Digits: so many always fit into 64 bits, which is what a database compares with."""


def whole_number_in(text: str, longest: int = LONGEST) -> int | None:
    """The number that plain digits spell; nothing for a sign, digits of other scripts, a superscript, or too many."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= longest else None


def whole_numbers_in(texts: list[str]) -> list[int]:
    """Those of the texts that are numbers."""
    return [found for each in texts if (found := whole_number_in(each)) is not None]


class AmongKept(lookups.In):
    """``__in`` with numbers too large to be kept: they are not found. Else SQLite and PostgreSQL both raise an error.

    Django does the same for every other comparison, but not for this one, which forms make with what was posted.
    """

    def get_prep_lookup(self) -> Any:
        found = super().get_prep_lookup()
        if not self.rhs_is_direct_value():
            return found
        return [each for each in found if not isinstance(each, int) or -(2**63) <= each < 2**63]
