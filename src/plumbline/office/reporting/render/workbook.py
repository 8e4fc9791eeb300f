"""A document as a workbook: a sheet for each part, cells with types, heads that stay in sight, no formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import xlsxwriter

from plumbline.office.reporting.document import (
    Block,
    Cell,
    ChangeList,
    Chart,
    Column,
    Document,
    Figures,
    Heading,
    Paragraph,
    Table,
)
from plumbline.office.reporting.words import COLOURS, STATUSES, heading_of

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST_NAME = 31
WIDEST = 60
FILLS = {"green": "#dff0e9", "amber": "#fbefd1", "red": "#fae4e1"}


def workbook_of(document: Document) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": f"{document.title}: {document.subtitle}", "company": document.organisation})
        taken: set[str] = set()
        for name, blocks in parts_of(document):
            _Sheet(book, sheet_name(name, taken), document).write(blocks)
    return out.getvalue()


def parts_of(document: Document) -> list[tuple[str, list[Block]]]:
    """The cover, then what lies under each heading of the second level."""
    cover: list[Block] = [
        Heading(document.title),
        Paragraph(document.subtitle),
        Paragraph(f"{document.organisation}, as of {document.as_of:%-d %B %Y}"),
    ]
    parts: list[tuple[str, list[Block]]] = [("Cover", cover)]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return parts


def sheet_name(wanted: str, taken: set[str]) -> str:
    """What spreadsheet programs accept as a name, and once only."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip(" '") or "Sheet"
    for number in count(1):
        ending = f" {number}" if number > 1 else ""
        name = plain[: LONGEST_NAME - len(ending)].strip(" '") + ending
        if name.lower() not in taken and name.lower() != "history":
            taken.add(name.lower())
            return name
    raise AssertionError("counting ends never")


class _Sheet:
    """One sheet, written from the top down."""

    def __init__(self, book: Any, name: str, document: Document) -> None:
        self._sheet = book.add_worksheet(name)
        self._book, self._name, self._currency = book, name, document.currency
        self._at = self._head_at = 0
        self._widths: dict[int, int] = {}
        self._accent = document.accent.lstrip("#")
        self._title = book.add_format({"bold": True, "font_size": 13})
        self._head = book.add_format(
            {"bold": True, "font_color": "#ffffff", "bg_color": document.accent, "text_wrap": True, "valign": "top"}
        )
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._formats = {
            "date": book.add_format({"num_format": "d mmm yyyy", "valign": "top"}),
            "money": book.add_format({"num_format": "#,##0", "valign": "top"}),
            "number": book.add_format({"num_format": "#,##0.##", "valign": "top"}),
            "integer": book.add_format({"num_format": "#,##0", "valign": "top"}),
        }
        self._fills = {each: book.add_format({"bg_color": fill, "valign": "top"}) for each, fill in FILLS.items()}

    def write(self, blocks: Sequence[Block]) -> None:
        is_one_table = sum(isinstance(each, Table | ChangeList | Chart | Figures) for each in blocks) == 1
        for block in blocks:
            self._block(block, titled=not is_one_table)
        for place, width in self._widths.items():
            self._sheet.set_column(place, place, min(width, WIDEST) + 2)
        self._sheet.freeze_panes(*((self._head_at + 1, 1) if is_one_table else (1, 0)))
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def _block(self, block: Block, *, titled: bool) -> None:
        match block:
            case Heading():
                self._line(block.text, self._title)
            case Paragraph():
                self._line(block.text, self._text)
            case Figures():
                self._figures(block)
            case Table():
                self._table(block.title if titled else "", block.columns, block.rows, block.note, block.empty)
            case Chart():
                self._chart(block)
            case ChangeList():
                columns = (Column("What"), Column("Before", block.kind), Column("Now", block.kind))
                rows = tuple((each.what, each.before, each.after) for each in block.changes)
                self._table(block.title if titled else "", columns, rows, "", block.empty)

    def _figures(self, figures: Figures) -> None:
        for each in figures.items:
            self._cell(0, heading_of(each.label, each.kind, self._currency), "text")
            self._cell(1, each.value, each.kind)
            self._cell(2, each.note, "text")
            self._at += 1
        self._at += 1

    def _table(
        self, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], note: str, empty: str
    ) -> None:
        if title:
            self._line(title, self._title)
        for place, column in enumerate(columns):
            name = heading_of(column.title, column.kind, self._currency)
            self._sheet.write_string(self._at, place, name, self._head)
            self._widen(place, name)
        self._head_at = self._at
        self._at += 1
        for row in rows:
            for place, (value, column) in enumerate(zip(row, columns, strict=True)):
                self._cell(place, value, column.kind)
            self._at += 1
        for words in (note, "" if rows else empty):
            if words:
                self._line(words, None)
        self._at += 1

    def _chart(self, chart: Chart) -> None:
        """Its numbers as a table, and beside them the bars as a chart of the program's own."""
        top = self._at + 1
        columns = (Column(""), *(Column(each.name, chart.kind) for each in chart.series))
        rows = tuple(
            (category, *(_number(each.values[at], chart.kind) for each in chart.series))
            for at, category in enumerate(chart.categories)
        )
        self._table(chart.title, columns, rows, "", "")
        drawn = self._book.add_chart({"type": "bar", **({"subtype": "stacked"} if chart.stacked else {})})
        last = top + len(rows)
        for place, each in enumerate(chart.series, start=1):
            drawn.add_series(
                {
                    "name": [self._name, top, place],
                    "categories": [self._name, top + 1, 0, last, 0],
                    "values": [self._name, top + 1, place, last, place],
                    "fill": {"color": f"#{COLOURS.get(each.colour, self._accent)}"},
                }
            )
        drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
        drawn.set_y_axis({"reverse": True})
        self._sheet.insert_chart(top - 1, len(columns) + 1, drawn, {"description": chart.in_words[:2000]})
        self._at = max(self._at, top + 15)

    def _line(self, words: str, form: Any) -> None:
        self._sheet.write_string(self._at, 0, words, form)
        self._widths.setdefault(0, 24)
        self._at += 1

    def _cell(self, place: int, value: Cell, kind: str) -> None:
        if value is None or value == "":
            return
        if kind == "status":
            word = STATUSES[str(value)][1]
            self._sheet.write_string(self._at, place, word, self._fills.get(str(value)))
            self._widen(place, word)
        elif isinstance(value, date):
            self._sheet.write_datetime(self._at, place, value, self._formats["date"])
            self._widen(place, "12 Mmm 2026")
        elif isinstance(value, int | float | Decimal):
            form = "money" if kind == "money" else "integer" if isinstance(value, int) else "number"
            self._sheet.write_number(self._at, place, value, self._formats[form])
            self._widen(place, f"{value:,.0f}")
        else:
            self._sheet.write_string(self._at, place, value, self._text)
            self._widen(place, value)

    def _widen(self, place: int, words: str) -> None:
        self._widths[place] = max(self._widths.get(place, 0), len(words))


def _number(value: float, kind: str) -> Cell:
    return Decimal(str(value)) if kind == "money" else value
