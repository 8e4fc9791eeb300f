"""What a mistyped word may have been meant to be: the nearest words of titles."""

from __future__ import annotations

from django.db.models.functions import Length

from plumbline.office.people.models import Organisation
from plumbline.office.search.models import TitleWord
from plumbline.office.search.words import distance

SHORTEST = 4
"""Shorter words are too near to each other."""

MOST_MEANT = 5
MOST_COMPARED = 50_000


def meant(organisation: Organisation, words: list[str]) -> list[list[str]]:
    """For each word itself, or where no title has it the nearest that titles have; one or two queries for each."""
    return [_nearest(organisation, each) or [each] for each in words]


def _nearest(organisation: Organisation, word: str) -> list[str]:
    known = TitleWord.objects.filter(organisation=organisation)
    if len(word) < SHORTEST or word.isdigit() or known.filter(word__startswith=word).exists():
        return []
    most = 1 if len(word) < 8 else 2
    long_enough = known.annotate(letters=Length("word")).filter(letters__gte=len(word) - most)
    near = [
        (apart, each)
        for each in long_enough.values_list("word", flat=True)[:MOST_COMPARED]
        if (apart := _apart(word, each, most)) <= most
    ]
    least = min(near)[0] if near else 0
    return [each for apart, each in sorted(near) if apart == least][:MOST_MEANT]


def _apart(word: str, other: str, most: int) -> int:
    """A word that is still being typed is compared with as much of the other as well."""
    begun = other[: len(word) + most]
    if len(set(word) - set(begun)) > most:
        return most + 1
    return min(distance(word, begun, most), distance(word, begun[: len(word)], most))
