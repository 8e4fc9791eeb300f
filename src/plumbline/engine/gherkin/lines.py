"""The text of a document, line by line: where its parts begin and end, and tags put on and taken off."""

from __future__ import annotations

import re
from textwrap import dedent

from plumbline.engine.gherkin.document import Block, Document

_OURS = re.compile(r"^@(AC|REQ|D)-[1-9]\d{0,8}$")


def ours(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Those tags that tie a text to a criterion, a requirement or a deliverable."""
    return tuple(each for each in tags if _OURS.match(each))


def numbers(tags: tuple[str, ...], kind: str) -> tuple[int, ...]:
    """Of ``AC``, ``REQ`` or ``D``: each number once, in the order of the tags."""
    found = [int(each.partition("-")[2]) for each in ours(tags) if each.startswith(f"@{kind}-")]
    return tuple(dict.fromkeys(found))


def without_our_tags(lines: list[str], tag_lines: range) -> list[str]:
    """``tag_lines`` count from 1. A line that held nothing else goes."""
    found = []
    for number, line in enumerate(lines, start=1):
        if number not in tag_lines:
            found.append(line)
            continue
        words = line.split()
        kept = [each for each in words if not _OURS.match(each)]
        if kept == words:
            found.append(line)
        elif kept:
            found.append(f"{line[: len(line) - len(line.lstrip())]}{' '.join(kept)}")
    return found


def part(document: Document, lines: list[str], first: int, tagged: int) -> str:
    """From line ``first`` to where the next part of the document begins, without our tags above line ``tagged``."""
    end = min([each for each in _beginnings(document) if each > tagged] + [len(lines) + 1])
    chunk = without_our_tags(lines[first - 1 : end - 1], range(1, tagged - first + 1))
    return trimmed(dedent("\n".join(chunk)))


def trimmed(text: str) -> str:
    return "\n".join(each.rstrip() for each in text.split("\n")).strip("\n")


def blocks_of(document: Document) -> tuple[Block, ...]:
    return document.feature.blocks if document.feature else ()


def _beginnings(document: Document) -> list[int]:
    found = []
    for block in blocks_of(document):
        found += [block.first_line] if block.keyword else []
        found += [block.background.first_line] if block.background else []
        found += [each.first_line for each in block.scenarios]
    return found
