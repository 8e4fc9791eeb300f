"""What a mistyped word may have been meant to be: the nearest words of titles."""

from __future__ import annotations

from django.db.models.functions import Length

from plumbline.office.people.models import Organisation
from plumbline.office.search.models import TitleWord
from plumbline.office.search.words import distance

SHORTEST = 4
"""Shorter words are too near to each other."""

MOST_COMPARED = 50_000


def mended(organisation: Organisation, words: list[str]) -> list[str]:
    """The same words, those that no title has put right where there is one near; one or two queries for each."""
    return [_nearest(organisation, each) or each for each in words]


def _nearest(organisation: Organisation, word: str) -> str | None:
    known = TitleWord.objects.filter(organisation=organisation)
    if len(word) < SHORTEST or word.isdigit() or known.filter(word__startswith=word).exists():
        return None
    most = 1 if len(word) < 8 else 2
    letters, best = set(word), (most + 1, "")
    long_enough = known.annotate(letters=Length("word")).filter(letters__gte=len(word) - most)
    for candidate in long_enough.values_list("word", flat=True)[:MOST_COMPARED]:
        begun = candidate[: len(word) + most]
        if len(letters - set(begun)) > most:
            continue
        # a word that is still being typed is compared with as much of the other
        nearest = min(distance(word, begun[:end], most) for end in {len(word), len(begun)} if end <= len(begun))
        best = min(best, (nearest, candidate))
    return best[1] if best[0] <= most else None
