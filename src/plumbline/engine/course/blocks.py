"""A lesson's page in pieces: paragraphs to read, plans to look at, exercises to try.

A reader's place is kept by piece, so a piece has a name that lives as long as its words: the first digits of their
hash. How hard a page is to read is said by LIX (Björnsson 1968): words in a sentence, and words of more than six
letters in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

WORDS_A_MINUTE = 200
_FENCE = re.compile(r"^```(\w*)\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_LINK_TARGET = re.compile(r"\]\(\s*([^)\s]+)[^)]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is Markdown; for a plan its table, under ``caption``; for an exercise the task, with its solution."""

    kind: Literal["words", "plan", "exercise"]
    text: str
    caption: str = ""
    solution: str = ""

    @property
    def key(self) -> str:
        return sha256(f"{self.kind}\n{self.text}".encode()).hexdigest()[:12]

    @property
    def prose(self) -> str:
        return self.text if self.kind == "words" else ""


def pieces_of(markdown: str) -> tuple[Piece, ...]:
    """Paragraph by paragraph; a heading belongs to the paragraph below it, a list or a table to itself."""
    return tuple(_pieces(markdown))


def words_in(pieces: tuple[Piece, ...]) -> int:
    return sum(len(_WORD.findall(_plain(f"{each.prose} {each.caption}"))) for each in pieces)


def lix(pieces: tuple[Piece, ...]) -> float:
    """Below 30 is easy, 40 a newspaper, above 50 hard. Headings, tables and plans do not count."""
    text = "\n".join(_running_text(each.prose) for each in pieces)
    words = _WORD.findall(text)
    sentences = len(re.findall(r"[.!?:](?=\s|$)", text)) or 1
    if not words:
        return 0.0
    return len(words) / sentences + 100 * sum(len(each) > 6 for each in words) / len(words)


def link_targets(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for each in pieces:
        yield from _LINK_TARGET.findall(
            f"{each.prose}\n{each.solution}" + (each.text if each.kind == "exercise" else "")
        )


def _pieces(markdown: str) -> Iterator[Piece]:
    lines, gathered = iter(markdown.splitlines()), list[str]()
    for line in lines:
        fence = _FENCE.match(line)
        if fence:
            if fence[1] not in ("plan", "exercise"):
                gathered += [line, *_until_fence(lines), "```"]
                continue
            yield from _words(gathered)
            gathered = []
            inside = list(_until_fence(lines))
            yield _plan(inside) if fence[1] == "plan" else _exercise(inside)
        elif line.strip() or not gathered or gathered[-1].startswith("#"):
            gathered.append(line)
        else:
            yield from _words(gathered)
            gathered = []
    yield from _words(gathered)


def _until_fence(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("```"):
            return
        yield line


def _words(lines: list[str]) -> Iterator[Piece]:
    text = "\n".join(lines).strip()
    if text:
        yield Piece("words", text)


def _plan(lines: list[str]) -> Piece:
    head, _, caption = (lines[0] if lines else "").partition(",")
    if head.strip().lower() == "caption":
        return Piece("plan", "\n".join(lines[1:]), caption=caption.strip())
    return Piece("plan", "\n".join(lines))


def _exercise(lines: list[str]) -> Piece:
    cut = lines.index("---") if "---" in lines else len(lines)
    return Piece("exercise", "\n".join(lines[:cut]).strip(), solution="\n".join(lines[cut + 1 :]).strip())


def _plain(markdown: str) -> str:
    return _LINK.sub(r"\1", markdown)


def _running_text(markdown: str) -> str:
    kept = (each for each in _plain(markdown).splitlines() if not each.startswith(("#", "|")))
    return "\n".join(re.sub(r"^\s*(?:[-*]|\d+\.)\s+(.*?[^.!?:])$", r"\1.", each) for each in kept)
