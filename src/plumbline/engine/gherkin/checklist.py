"""A checklist: one item on each line that begins with ``- [ ]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plumbline.engine.gherkin.document import Problem, UnreadableGherkin

MOST_ITEMS = 200
_ITEM = re.compile(r"^\s*[-*+]\s+\[(?P<mark>[ xX]?)\]\s*(?P<words>.*?)\s*$")
_NEARLY = re.compile(r"^\s*(?:[-*+]\s*\[|\[[ xX]?\])")


@dataclass(frozen=True, slots=True)
class Item:
    line: int
    words: str


def items_of(text: str) -> tuple[Item, ...]:
    """The items of a checklist, by line; other lines are words between them.

    A mark in the brackets is not kept: what is agreed is the question, and only the test answers it. Raises
    ``UnreadableGherkin`` for a line that was meant to be an item, for one without words, and for a text without items.
    """
    found: list[Item] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        matched = _ITEM.match(line)
        if matched and matched["words"]:
            found.append(Item(number, matched["words"]))
        elif matched:
            problems.append(_problem(number, line, "This item has no words. Say what is looked at."))
        elif _NEARLY.match(line):
            problems.append(_problem(number, line, "An item begins with '- [ ] ', with spaces as they are here."))
    if not found and not problems:
        problems.append(_problem(1, "", "There is no item yet. Write each on a line of its own, after '- [ ] '."))
    if len(found) > MOST_ITEMS:
        advice = f"There are more than {MOST_ITEMS} items. Make several criteria of them."
        problems.append(_problem(found[MOST_ITEMS].line, "", advice))
    if problems:
        raise UnreadableGherkin(*problems)
    return tuple(found)


def _problem(number: int, line: str, advice: str) -> Problem:
    column = len(line) - len(line.lstrip()) + 1
    return Problem(number, column, advice, advice)
