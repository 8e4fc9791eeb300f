"""Small wordings."""

from __future__ import annotations


def count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."
