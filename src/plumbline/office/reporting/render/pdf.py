"""A document as a PDF/UA-1: words and shapes for the layout, which adds nothing of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from plumbline.office.foundation.typeset import pdf_from
from plumbline.office.reporting.document import (
    Block,
    Cell,
    ChangeList,
    Chart,
    Document,
    Figures,
    Heading,
    Paragraph,
    Table,
)
from plumbline.office.reporting.words import NOTHING, STATUSES, heading_of, shown

LAYOUT = Path(__file__).parent / "layout" / "document.typ"
RIGHT = ("number", "money", "date")
Data = dict[str, Any]


_LONG_RUN = re.compile(r"\S{24}(?=\S)")


def pdf_of(document: Document) -> bytes:
    return pdf_from(LAYOUT, data_of(document), document.made_at)


def data_of(document: Document) -> Data:
    """What the layout is given."""
    return {
        "title": document.title,
        "subtitle": breakable(document.subtitle),
        "organisation": document.organisation,
        "as_of": shown(document.as_of, "date"),
        "accent": document.accent,
        "blocks": [_block(each, document.currency) for each in document.blocks],
    }


def _block(block: Block, currency: str) -> Data:
    match block:
        case Heading():
            return {"is": "heading", "text": breakable(block.text), "level": block.level, "new_page": block.new_page}
        case Paragraph():
            return {"is": "paragraph", "text": breakable(block.text), "soft": block.soft}
        case Figures():
            items = [
                {"label": each.label, "value": _cell(each.value, each.kind, currency), "note": each.note}
                for each in block.items
            ]
            return {"is": "figures", "items": items}
        case Table():
            return _table(block, currency)
        case Chart():
            return _chart(block, currency)
        case ChangeList():
            return _changes(block, currency)


def _table(table: Table, currency: str) -> Data:
    kinds = [each.kind for each in table.columns]
    return {
        "is": "table",
        "title": table.title,
        "note": table.note,
        "empty": table.empty,
        "columns": [heading_of(each.title, each.kind, currency) for each in table.columns],
        "right": [each in RIGHT for each in kinds],
        "widths": widths(table),
        "rows": [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows],
    }


def widths(table: Table) -> list[float]:
    """Shares of the width: what the cells of a column ask for, within limits."""
    found = []
    for at, column in enumerate(table.columns):
        longest = max((len(shown(row[at], column.kind)) for row in table.rows), default=0)
        word = max((len(each) for each in column.title.split()), default=0)
        sign = 2 if column.kind == "status" else 0
        found.append(float(min(max(longest + sign, word + 1, 7), 42)))
    return found


def _chart(chart: Chart, currency: str) -> Data:
    sums = [sum(each.values[at] for each in chart.series) for at in range(len(chart.categories))]
    peaks = [max((each.values[at] for each in chart.series), default=0) for at in range(len(chart.categories))]
    unit = f" ({currency})" if chart.kind == "money" else ""
    return {
        "is": "chart",
        "title": f"{chart.title}{unit}",
        "words": chart.in_words,
        "stacked": chart.stacked,
        "most": max([*(sums if chart.stacked else peaks), 1]),
        "categories": list(chart.categories),
        "series": [
            {
                "name": each.name,
                "colour": each.colour,
                "values": list(each.values),
                "shown": [f"{value:,.0f}" for value in each.values],
            }
            for each in chart.series
        ],
    }


def _changes(changes: ChangeList, currency: str) -> Data:
    return {
        "is": "changes",
        "title": changes.title,
        "empty": changes.empty,
        "rows": [
            [
                _cell(each.what, "text"),
                _cell(each.before, changes.kind, currency),
                _cell(each.after, changes.kind, currency),
            ]
            for each in changes.changes
        ],
    }


def _cell(value: Cell, kind: str, currency: str = "") -> Data:
    if kind == "status" and value:
        shape, word = STATUSES[str(value)]
        return {"text": word, "shape": shape, "status": str(value)}
    text = shown(value, kind, currency)
    return {"text": breakable(text), "absent": text == NOTHING}


def breakable(text: str) -> str:
    """A run of signs without a space may break, so that it stays within its column."""
    return _LONG_RUN.sub(lambda run: f"{run[0]}\u200b", text)
