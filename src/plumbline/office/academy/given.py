"""From the fields of a form to an answer that the engine can judge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from plumbline.engine.course.plans import MAX_CELL
from plumbline.office.academy.queries import Asked

MOST_TICKED = 200
MOST_TEXT = 60


def answer_in(sent: QueryDict, asked: Asked) -> Any:
    """What was chosen, put in order, written or changed; nothing that the question did not ask."""
    match asked.kind:
        case "single" | "multiple":
            return asked.chosen(_numbers(sent.getlist("choice")))
        case "order":
            return asked.chosen(_in_order(sent, len(asked.options)))
        case "numeric":
            return sent.get("number", "")[:MOST_TEXT]
        case "find":
            known = {each.id for each in asked.rows}
            return [each for each in sent.getlist("activity")[:MOST_TICKED] if each in known]
        case _:
            return _cells(sent, asked)


def _numbers(texts: list[str]) -> list[int]:
    return [int(each) for each in texts[:MOST_TICKED] if each.isdecimal() and len(each) < 4]


def _in_order(sent: QueryDict, count: int) -> list[int]:
    """Places of the options by the numbers given to them; nothing where two have the same."""
    given = {place: sent.get(f"step_{place}", "") for place in range(1, count + 1)}
    numbers = _numbers(list(given.values()))
    if len(set(numbers)) != count:
        return []
    return sorted(given, key=lambda place: int(given[place]))


def _cells(sent: QueryDict, asked: Asked) -> Mapping[str, Mapping[str, str]]:
    changed: dict[str, dict[str, str]] = {}
    for number, row in enumerate(asked.rows):
        for cell in row.cells:
            text = sent.get(f"cell_{number}_{cell.column}")
            if cell.is_open and text is not None and text.strip()[:MAX_CELL] != cell.text:
                changed.setdefault(row.id, {})[cell.column] = text.strip()[:MAX_CELL]
    return changed
