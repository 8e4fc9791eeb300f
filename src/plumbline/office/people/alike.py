"""Whether two ways to write a name may mean the same: “Lee, Ann”, “A. Lee” and “ann.lee” are all like Ann Lee."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher


def key_of(name: str) -> str:
    """The same for one name however it is spaced and capitalised."""
    return " ".join(name.split()).casefold()


def parts(name: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return [each for each in re.split(r"[^\w]+|_", plain.casefold()) if each]


def likeness(said: list[str], known: list[str]) -> float:
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
