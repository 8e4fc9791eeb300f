"""The text of a policy: its limits, its fingerprint, and what differs between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from django.core.exceptions import ValidationError

MAX_BYTES = 64 * 1024
MAX_LINES = 2000
LONGEST_LINE_BY_WORD = 2000
CONTEXT = 2
ALIKE = 0.5
_WORD = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a changed line. ``sign`` is empty where they are in both."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison: added, removed, changed, the same, or left out (``count`` equal lines)."""

    kind: str
    pieces: tuple[Piece, ...] = ()
    count: int = 1


def checked(text: str) -> str:
    """Raises ``ValidationError`` at ``text`` for what cannot be kept or shown within reason."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ValidationError({"text": "Write what it says."})
    if "\0" in text:
        raise ValidationError({"text": "There is a NUL character in the text. Take it out."})
    if len(text.encode()) > MAX_BYTES:
        raise ValidationError({"text": f"The text is longer than {MAX_BYTES // 1024} KB. Split it into two policies."})
    if text.count("\n") >= MAX_LINES:
        raise ValidationError({"text": f"The text has more than {MAX_LINES:,} lines. Split it into two policies."})
    return text


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def compared(before: str, after: str) -> list[Row]:
    """By line, and within a changed line by word; nothing where both say the same.

    Empty lines do not count, and of long stretches of equal lines only those beside a change are shown.
    """
    old, new = _lines_of(before), _lines_of(after)
    if old == new:
        return []
    rows: list[Row] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            rows += _equal(old[i:j], first=i == 0, last=j == len(old))
        else:
            rows += _different(old[i:j], new[k:m])
    return rows


def _lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _equal(lines: list[str], *, first: bool, last: bool) -> Iterator[Row]:
    """A few lines beside each change, and how many lie between."""
    head, tail = (0 if first else CONTEXT), (0 if last else CONTEXT)
    if len(lines) <= head + tail + 1:
        head, tail = len(lines), 0
    yield from (Row("same", (Piece("", line),)) for line in lines[:head])
    if left_out := len(lines) - head - tail:
        yield Row("left out", count=left_out)
    yield from (Row("same", (Piece("", line),)) for line in lines[len(lines) - tail :])


def _different(old: list[str], new: list[str]) -> Iterator[Row]:
    """Line by line while there are as many; lines that have little in common stand below each other."""
    pairs = list(zip(old, new, strict=False))
    for before, after in pairs:
        if pieces := _by_word(before, after):
            yield Row("changed", pieces)
        else:
            yield Row("removed", (Piece("-", before),))
            yield Row("added", (Piece("+", after),))
    yield from (Row("removed", (Piece("-", line),)) for line in old[len(pairs) :])
    yield from (Row("added", (Piece("+", line),)) for line in new[len(pairs) :])


def _by_word(before: str, after: str) -> tuple[Piece, ...]:
    """Nothing where less than half of the words are the same, or the line is so long that it would take a while."""
    if max(len(before), len(after)) > LONGEST_LINE_BY_WORD:
        return ()
    if SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio() < ALIKE:
        return ()
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = "".join(old[i:j]), "".join(new[k:m])
        parts = [("", removed)] if tag == "equal" else [("-", removed), ("+", added)]
        pieces += [Piece(sign, text) for sign, text in parts if text]
    return tuple(pieces)
