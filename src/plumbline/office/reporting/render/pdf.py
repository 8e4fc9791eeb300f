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
from plumbline.office.reporting.render.column_widths import column_widths
from plumbline.office.reporting.words import NOTHING, STATUSES, heading_of, shown

LAYOUT = Path(__file__).parent / "layout" / "document.typ"
RIGHT = ("number", "money", "date")
Data = dict[str, Any]
MOST_COLUMNS_OF_USUAL_SIZE = 7
LETTERS_ACROSS, LETTERS_ACROSS_SMALL, LETTERS_BETWEEN = 115.0, 132.0, 2.6
"""What a line of a page holds in the usual and the small size of cells; what the room between two cells takes."""


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
    heads = [heading_of(each.title, each.kind, currency) for each in table.columns]
    return {
        "is": "table",
        "title": table.title,
        "note": table.note,
        "empty": table.empty,
        "columns": heads,
        "right": [each in RIGHT for each in kinds],
        "widths": widths(table, heads),
        "rows": [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows],
    }


def widths(table: Table, heads: list[str]) -> list[float]:
    """Shares of the width of a page."""
    kinds = [each.kind for each in table.columns]
    rows = [[_in_words(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    room = LETTERS_ACROSS_SMALL if len(heads) > MOST_COLUMNS_OF_USUAL_SIZE else LETTERS_ACROSS
    return column_widths(heads, kinds, rows, room, LETTERS_BETWEEN)


def _in_words(value: Cell, kind: str) -> str:
    sign = "● " if kind == "status" else ""
    return f"{sign}{shown(value, kind)}"


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
