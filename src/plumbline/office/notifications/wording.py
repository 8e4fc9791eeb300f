"""What people are told, said in the language of their organisation's mail.

A sentence stands in the code in English, with gaps for what it is about; ``german.toml`` has the German one beside it.
Pages show the English one. ``tests/office/notifications/test_languages.py`` finds every sentence of the office.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from plumbline.office.people.models import Language

CATALOGUES = {Language.GERMAN: Path(__file__).with_name("german.toml")}
GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


class Wording:
    """``Wording("{by} asks for help", by=person)``. Days and numbers are written as the language does."""

    __slots__ = ("_values", "_words")

    def __init__(self, words: str, /, **values: object) -> None:
        self._words = words
        self._values = values

    def __str__(self) -> str:
        return self.said_in(Language.ENGLISH)

    def said_in(self, language: str) -> str:
        told = {name: _value(value, language) for name, value in self._values.items()}
        return catalogue(language).get(self._words, self._words).format(**told)


def as_written(text: object) -> Wording:
    """Words of people, which no language of ours changes: a name, a title, a note."""
    return Wording("{text}", text=text)


@cache
def catalogue(language: str) -> dict[str, str]:
    """The sentences of that language by the English ones; English itself needs none."""
    path = CATALOGUES.get(Language(language))
    return tomllib.loads(path.read_text(encoding="utf-8")) if path else {}


def day_said_in(language: str, day: date) -> str:
    if language == Language.GERMAN:
        return f"{day.day}. {GERMAN_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {day:%B %Y}"


def _value(value: object, language: str) -> str:
    if isinstance(value, date):
        return day_said_in(language, value)
    if isinstance(value, int | float | Decimal):
        said = f"{value:,}"
        return said.translate(str.maketrans(",.", ".,")) if language == Language.GERMAN else said
    return str(value)
