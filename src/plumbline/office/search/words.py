"""Text as it is searched: words in small letters without accents, the same for what is kept and what is asked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST_WORDS = 8
LONGEST_WORD = 40
LONGEST_QUERY = 200
LONGEST_EXCERPT = 180
_WORD = re.compile(r"[^\W_]+")
_MARKDOWN = re.compile(r"(?:^|\s)#+\s|[*`]+")
_PIECE = re.compile(r"[^\W_]+|[\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a title or text; ``hit`` where it is one of the words that were searched for."""

    text: str
    hit: bool


def folded(text: str) -> str:
    """Words with one space between them."""
    return " ".join(each[:LONGEST_WORD] for each in _WORD.findall(_plain(text)))


def asked(text: str) -> list[str]:
    """The words of a query, each once. Nothing in it is an operator."""
    return list(dict.fromkeys(folded(text[:LONGEST_QUERY]).split()))[:MOST_WORDS]


def marked(text: str, words: list[str]) -> list[Piece]:
    """The text with the words that begin like one of those marked."""
    pieces: list[Piece] = []
    for each in _PIECE.findall(text):
        hit = bool(words) and _plain(each).startswith(tuple(words))
        if pieces and pieces[-1].hit == hit:
            pieces[-1] = Piece(pieces[-1].text + each, hit)
        else:
            pieces.append(Piece(each, hit))
    return pieces


def excerpt(text: str, words: list[str]) -> list[Piece]:
    """A stretch of the text around the first of the words, marked."""
    first = next((each.start() for each in _WORD.finditer(text) if _plain(each[0]).startswith(tuple(words))), 0)
    begin = max(text.rfind(" ", 0, max(first - LONGEST_EXCERPT // 3, 0)) + 1, 0) if first > LONGEST_EXCERPT // 3 else 0
    stretch = " ".join(_MARKDOWN.sub(" ", text[begin : begin + LONGEST_EXCERPT]).split())
    before, after = "… " if begin else "", " …" if len(text) > begin + LONGEST_EXCERPT else ""
    return marked(f"{before}{stretch}{after}", words)


def distance(one: str, other: str, most: int) -> int:
    """How many letters to put in, take out, change or swap with their neighbour; ``most + 1`` if it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, there in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != there))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == there:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()
