"""A document as slides: native tables and charts in the organisation's colour, nothing beyond the edge."""

from __future__ import annotations

import io

from plumbline.office.reporting.document import (
    ChangeList,
    Chart,
    Column,
    Document,
    Figures,
    Heading,
    Paragraph,
    Table,
)
from plumbline.office.reporting.render.slide_deck import BOTTOM, TEXT, WIDTH, Deck
from plumbline.office.reporting.render.slide_room import chunks
from plumbline.office.reporting.render.slide_tables import add_table
from plumbline.office.reporting.words import STATUSES, shown

CHART_HEIGHT, CHART_FRAME, BAR_HEIGHT = 3.6, 1.3, 0.5
FIGURE_HEIGHT = 0.95
FIGURES_ACROSS = 4
LINE_HEIGHT = TEXT * 1.3 / 72


def slides_of(document: Document) -> bytes:
    deck = Deck(document)
    for block in document.blocks:
        match block:
            case Heading():
                deck.begin(block.text)
            case Paragraph():
                _paragraph(deck, block)
            case Figures():
                _figures(deck, block)
            case Chart():
                _chart(deck, block)
            case Table():
                add_table(deck, block)
            case ChangeList():
                add_table(deck, _as_table(block))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _as_table(changes: ChangeList) -> Table:
    columns = (Column("What"), Column("Before", changes.kind), Column("Now", changes.kind))
    rows = tuple((each.what, each.before, each.after) for each in changes.changes)
    return Table(changes.title, columns, rows, empty=changes.empty)


def _paragraph(deck: Deck, paragraph: Paragraph) -> None:
    on_a_slide = int((BOTTOM - deck.top_of_an_empty_slide) / LINE_HEIGHT) - 1
    for piece in chunks(paragraph.text, WIDTH, TEXT, on_a_slide):
        height = LINE_HEIGHT * (len(list(chunks(piece, WIDTH, TEXT, 1))) + 0.5)
        deck.words(piece, height, soft=paragraph.soft)


def _figures(deck: Deck, figures: Figures) -> None:
    rows = [figures.items[at : at + FIGURES_ACROSS] for at in range(0, len(figures.items), FIGURES_ACROSS)]
    for row in rows:
        deck.make_room(FIGURE_HEIGHT)
        for place, each in enumerate(row):
            words = shown(each.value, each.kind, deck.currency)
            if each.kind == "status" and each.value:
                words = f"{STATUSES[str(each.value)][0]} {words}"
            deck.figure(place, FIGURES_ACROSS, each.label, words, each.note)
        deck.down(FIGURE_HEIGHT)


def _chart(deck: Deck, chart: Chart) -> None:
    """Many categories go on several slides, so that their names stay readable."""
    most = 10
    for at in range(0, len(chart.categories), most):
        bars = min(len(chart.categories) - at, most) * (1 if chart.stacked else len(chart.series))
        height = min(CHART_FRAME + BAR_HEIGHT * bars, CHART_HEIGHT)
        deck.make_room(height)
        deck.chart(chart, slice(at, at + most), height)
        deck.down(height)
