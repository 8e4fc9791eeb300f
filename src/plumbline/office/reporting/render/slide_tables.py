"""Tables on slides: as many rows as fit, the head again on each slide; a cell that is cut is whole in the notes."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from plumbline.office.reporting.document import Cell, Column, Table
from plumbline.office.reporting.render.column_widths import column_widths
from plumbline.office.reporting.render.slide_deck import (
    BOTTOM,
    CELL,
    GAP,
    INK,
    LEFT,
    SMALL,
    TEXT,
    TOP,
    WIDTH,
    Deck,
    describe,
)
from plumbline.office.reporting.render.slide_room import PAD_ACROSS, PAD_DOWN, cut, letters_across, pages, row_height
from plumbline.office.reporting.words import COLOURS, STATUSES, heading_of, shown

TITLE_HEIGHT = 0.4
NOTE_HEIGHT = 0.35
DARK = {"green": COLOURS["green"], "amber": "7c5200", "red": COLOURS["red"]}
RIGHT = ("number", "money", "date")
EMU = 914400
"""Units of the format in an inch."""
PARAGRAPH = (
    '<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="en-GB" sz="{size}" b="{bold}"><a:solidFill><a:srgbClr val="{ink}"/>'
    "</a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p>"
)
CELL_OF_A_TABLE = (
    '<a:tc xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:txBody><a:bodyPr wrap="square"/>'
    '<a:lstStyle/>{lines}</a:txBody><a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="t">'
    '<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></a:tcPr></a:tc>'
)


def add_table(deck: Deck, table: Table) -> None:
    columns = [each for each in table.columns if each.on_slides]
    kept = [at for at, each in enumerate(table.columns) if each.on_slides]
    heads = [heading_of(each.title, each.kind, deck.currency) for each in columns]
    whole = [[_words(row[at], table.columns[at].kind) for at in kept] for row in table.rows]
    widths = _widths(columns, heads, whole)
    head_height = row_height(heads, widths, CELL)
    lines = [
        [cut(text, width - 2 * PAD_ACROSS, CELL) for text, width in zip(row, widths, strict=True)] for row in whole
    ]
    heights = [row_height(row, widths, CELL) for row in lines]
    first_row = heights[0] if heights else NOTE_HEIGHT
    title_height = 0.0 if deck.says(table.title) else TITLE_HEIGHT
    deck.make_room(title_height + head_height + first_row + (NOTE_HEIGHT + GAP if table.note else 0))
    if title_height:
        deck.words(cut(table.title, WIDTH, TEXT, 1), title_height - GAP, bold=True)
    for words in (table.note, "" if lines else table.empty):
        if words:
            deck.words(cut(words, WIDTH, SMALL, 1), NOTE_HEIGHT - GAP, soft=True, size=SMALL)
    free = BOTTOM - deck.at - head_height
    for number, rows in enumerate(pages(heights, free, BOTTOM - TOP - head_height)):
        if number:
            deck.go_on()
        part = [heads, *(lines[at] for at in rows)]
        statuses = [[table.rows[at][place] for place in kept] for at in rows]
        _place(deck, table.title, columns, part, statuses, widths, [head_height, *(heights[at] for at in rows)])
        _note(deck, [whole[at] for at in rows], [lines[at] for at in rows])


def _words(value: Cell, kind: str) -> str:
    words = shown(value, kind)
    return f"{STATUSES[str(value)][0]} {words}" if kind == "status" and value else words


def _widths(columns: list[Column], heads: list[str], rows: list[list[str]]) -> list[float]:
    """Inches."""
    across = letters_across(WIDTH, CELL)
    pad = letters_across(2 * PAD_ACROSS, CELL)
    found = column_widths(heads, [each.kind for each in columns], rows, across, pad)
    return [each * WIDTH / across for each in found]


def _place(
    deck: Deck,
    title: str,
    columns: list[Column],
    lines: list[list[str]],
    statuses: list[list[Cell]],
    widths: list[float],
    heights: list[float],
) -> None:
    from pptx.util import Inches

    size = (Inches(LEFT), Inches(deck.at), Inches(WIDTH), Inches(sum(heights)))
    frame = deck.slide.shapes.add_table(len(lines), len(columns), *size)
    describe(frame, title, f"{title}: a table of {len(lines) - 1} rows.")
    table = frame.table
    table.horz_banding = False
    for at, width in enumerate(widths):
        table.columns[at].width = Inches(width)
    for down, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        row.height = Inches(height)
        for across, cell in enumerate(list(row.cells)):
            status = statuses[down - 1][across] if down and columns[across].kind == "status" else None
            _fill(deck, cell, lines[down][across], columns[across], status=status, is_head=down == 0)
    deck.down(sum(heights))


def _fill(deck: Deck, cell: Any, text: str, column: Column, *, status: Cell, is_head: bool) -> None:
    """As XML at once: a deck has thousands of cells, and setting them property by property takes ten times as long."""
    from pptx.oxml import parse_xml

    ink = "ffffff" if is_head else DARK.get(str(status), INK)
    look = {
        "ink": ink,
        "fill": deck.accent if is_head else "ffffff",
        "bold": int(is_head or str(status) in DARK),
        "align": "r" if column.kind in RIGHT else "l",
        "size": CELL * 100,
        "across": int(PAD_ACROSS * EMU),
        "down": int(PAD_DOWN * EMU),
    }
    lines = [PARAGRAPH.format(text=escape(each), **look) for each in text.replace("\t", " ").split("\n")]
    filled = parse_xml(CELL_OF_A_TABLE.format(lines="".join(lines), **look))
    cell._tc.getparent().replace(cell._tc, filled)


def _note(deck: Deck, whole: list[list[str]], lines: list[list[str]]) -> None:
    """What was cut stands whole in the notes of the slide."""
    lost = [
        text
        for row, kept in zip(whole, lines, strict=True)
        for text, short in zip(row, kept, strict=True)
        if text != short
    ]
    if lost:
        deck.slide.notes_slide.notes_text_frame.text = "\n\n".join(lost)
