"""How much fits on a slide: words are measured before they are placed, and what does not fit goes on the next one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from math import ceil

POINTS_OF_AN_INCH = 72
LINE = 1.22
"""Height of a line, in sizes of its letters."""
PAD_ACROSS, PAD_DOWN = 0.1, 0.08
"""Inches that a cell keeps free, left and right, above and below."""
MOST_LINES_IN_A_CELL = 7


def wide(text: str) -> float:
    """In letters of usual width: East Asian ones and pictures take two."""
    return sum(2.0 if unicodedata.east_asian_width(each) in "WF" else 1.0 for each in text)


def letters_across(inches: float, size: float) -> float:
    """How many letters of usual width a line takes; generous, as no two programs have the same fonts."""
    return max(inches * POINTS_OF_AN_INCH / (size * 0.56), 1.0)


def lines_of(text: str, inches: float, size: float) -> int:
    room = letters_across(inches, size)
    return sum(max(ceil(_words_across(part, room)), 1) for part in text.split("\n")) if text else 1


def cut(text: str, inches: float, size: float, most: int = MOST_LINES_IN_A_CELL) -> str:
    """What fits in that many lines, with an ellipsis where there is more."""
    if lines_of(text, inches, size) <= most:
        return text
    room, kept = letters_across(inches, size) * (most - 1), ""
    for each in " ".join(text.split()):
        room -= wide(each)
        if room <= 0:
            break
        kept += each
    return f"{kept.rstrip()} …"


def row_height(cells: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Inches."""
    most = max(lines_of(text, width - 2 * PAD_ACROSS, size) for text, width in zip(cells, widths, strict=True))
    return most * size * LINE / POINTS_OF_AN_INCH + 2 * PAD_DOWN


def pages(heights: Sequence[float], first: float, others: float) -> Iterator[range]:
    """Row numbers by slide: ``first`` and ``others`` are inches that are free; each slide takes at least one row."""
    start, room = 0, first
    for at, height in enumerate(heights):
        if height > room and at > start:
            yield range(start, at)
            start, room = at, others
        room -= height
    if start < len(heights):
        yield range(start, len(heights))


def chunks(text: str, inches: float, size: float, most: int) -> Iterator[str]:
    """A long text in pieces of at most that many lines, broken between words where there are any."""
    room = letters_across(inches, size)
    piece, used = "", 0.0
    for word in _pieces(text, int(room)):
        needed = room - used % room + room if word == "\n" else wide(word) + 1
        if piece.strip() and used + needed > room * most:
            yield piece.strip()
            piece, used = "", 0.0
        piece += "\n" if word == "\n" else f"{word} "
        used += needed
    if piece.strip():
        yield piece.strip()


def _pieces(text: str, longest: int) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        for word in line.split():
            yield from (word[at : at + longest] for at in range(0, len(word), max(longest, 1)))


def _words_across(text: str, room: float) -> float:
    """A sixth more than the letters: lines break between words."""
    across = wide(text)
    return across / room if across <= room else across * 1.16 / room
