"""Whom a name in a plan may mean, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from plumbline.office.people.models import Person

LEAST = 0.55
MOST = 3


def suggestions(name: str, people: Iterable[Person]) -> list[Person]:
    """By the parts that names have in common: “Lee, Ann”, “A. Lee” and “ann.lee” all suggest Ann Lee."""
    said = _parts(name)
    scored = [
        (max(_likeness(said, _parts(each.name)), _likeness(said, _parts(_before_at(each)))), each) for each in people
    ]
    fitting = [pair for pair in scored if pair[0] >= LEAST]
    return [each for _, each in sorted(fitting, key=lambda pair: (-pair[0], pair[1].name, pair[1].pk))[:MOST]]


def _before_at(person: Person) -> str:
    return person.email.partition("@")[0]


def _parts(name: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return [each for each in re.split(r"[^\w]+|_", plain.casefold()) if each]


def _likeness(said: list[str], known: list[str]) -> float:
    """The mean, over the parts of the longer name, of how alike each is to its best counterpart."""
    if not said or not known:
        return 0.0
    longer, shorter = (said, known) if len(said) >= len(known) else (known, said)
    return sum(max(_alike(each, other) for other in shorter) for each in longer) / len(longer)


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return 0.8 if one[0] == other[0] else 0.0
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= 0.75 else 0.0
