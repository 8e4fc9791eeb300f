"""Two texts beside each other: which lines came, went or changed, and which words within those that changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

MOST_LINES = 2000
MOST_WORDS = 300
How = Literal["same", "added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words of a line."""

    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line that differs; for ``same``, how many lines in a row do not."""

    how: How
    pieces: list[Piece]
    lines: int = 1


def differences(before: str, after: str) -> list[Change] | None:
    """``None`` for texts too long to be compared while somebody waits."""
    old, new = before.splitlines(), after.splitlines()
    if max(len(old), len(new)) > MOST_LINES:
        return None
    found: list[Change] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if what == "equal":
            found.append(Change("same", [], b - a))
        else:
            pairs = zip_longest(old[a:b], new[c:d])
            found += [_change(was, now) for was, now in pairs if was or now]
    return found


def _change(was: str | None, now: str | None) -> Change:
    if not was:
        return Change("added", [Piece("added", now or "")])
    if not now:
        return Change("removed", [Piece("removed", was)])
    return Change("changed", _pieces(_words(was), _words(now)))


def _words(line: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", line)


def _pieces(was: list[str], now: list[str]) -> list[Piece]:
    if max(len(was), len(now)) > MOST_WORDS:
        return [Piece("removed", "".join(was)), Piece("added", "".join(now))]
    found = []
    for what, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("same", "".join(was[a:b])))
            continue
        parts = (Piece("removed", "".join(was[a:b])), Piece("added", "".join(now[c:d])))
        found += [each for each in parts if each.text]
    return found
