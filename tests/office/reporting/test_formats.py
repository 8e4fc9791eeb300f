"""Every format shows what the snapshot says, whatever people wrote."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.template.loader import render_to_string
from openpyxl import load_workbook

from office.reporting.pdf_text import pdf_text
from office.reporting.portfolio_of_many import HOSTILE
from plumbline.office.foundation import typeset
from plumbline.office.reporting.document import (
    Block,
    Change,
    ChangeList,
    Chart,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Series,
    Table,
)
from plumbline.office.reporting.render import pdf
from plumbline.office.reporting.render.formats import FORMATS
from plumbline.office.reporting.render.page import parts_of
from plumbline.office.reporting.render.slide_deck import BOTTOM, LEFT, WIDTH
from plumbline.office.reporting.render.workbook import sheet_name, workbook_of

typesetter = pytest.mark.skipif(not typeset.can_be_made(), reason="needs the extra pdf")
deck_maker = pytest.mark.skipif(not FORMATS["pptx"].can_be_made(), reason="needs the extra slides")
COLUMNS = (
    Column("Project"),
    Column("Reported", "status"),
    Column("Finish", "date"),
    Column("Budget", "money"),
    Column("Days late", "number"),
)
LONG = "Word " * 800
RUN = "w" * 4000
INCH = 914400


def document(*blocks: Block) -> Document:
    made_at = datetime(2026, 3, 9, 12, 0, 0, 250_000, tzinfo=UTC)
    head = ("Board pack", "All of the harbour", "Harbour Works", date(2026, 3, 9), made_at, "EUR", "#27409f")
    return Document(*head, blocks=blocks)


def whole() -> Document:
    """As it is after it was kept."""
    rows = tuple(
        (
            f"Q-{each} {HOSTILE}",
            ("green", "red", "silent", "none")[each % 4],
            date(2026, 12, each % 28 + 1),
            Decimal(f"{1_234_567 + each}.25"),
            each if each % 3 else None,
        )
        for each in range(60)
    )
    chart = Chart(
        "Status", ("Reported", "Evidence"), (Series("Red", (11, 13), "red"), Series("Green", (4, 2), "green"))
    )
    money = Chart("Money", ("North",), (Series("Spent", (765432.0,)),), stacked=False, kind="money")
    blocks: tuple[Block, ...] = (
        Heading("Health"),
        Figures(
            (Figure("Projects", 60), Figure("Spent", Decimal("7654321.25"), "money"), Figure("Colour", "red", "status"))
        ),
        chart,
        money,
        Heading("Projects: [all]/none"),
        Table("Projects", COLUMNS, rows, note="By the evidence."),
        Heading("Changes"),
        ChangeList("Finish moved", (Change("Q-1", date(2026, 5, 4), date(2026, 6, 7)),), "date"),
        ChangeList("Nothing moved", ()),
        Heading(HOSTILE),
        Heading(HOSTILE, level=3, new_page=True),
        Paragraph(f"{HOSTILE}\n{LONG}\x00\x0b\ud800"),
        Table("Words", (Column(HOSTILE), Column("B")), ((LONG, RUN), (RUN, HOSTILE), ("", None))),
        Table("No rows", (Column("A"),), (), empty="None at all."),
    )
    return Document.of_data(json.loads(json.dumps(document(*blocks).as_data())))


NUMBERS = ("60", "7,654,321", "1,234,567", "1 Dec 2026", "7 Jun 2026", "11", "13")


def test_what_is_kept_is_what_was_gathered() -> None:
    kept = whole()
    assert Document.of_data(json.loads(json.dumps(kept.as_data()))) == kept
    table = next(each for each in kept.blocks if isinstance(each, Table))
    assert table.rows[1][1:] == ("red", date(2026, 12, 2), Decimal("1234568.25"), 1)


def test_the_page_shows_the_numbers_and_escapes_what_people_wrote() -> None:
    page = render_to_string("reporting/document.html", {"parts": parts_of(whole())})
    for each in NUMBERS:
        assert each in page, each
    assert "<script>alert" not in page
    assert HOSTILE in unescape(page)


@typesetter
def test_the_pdf_is_tagged_and_holds_the_numbers() -> None:
    made = pdf.pdf_of(whole())
    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made
    assert b"pdfuaid" in made
    words = pdf_text(made)
    for each in NUMBERS:
        assert each in words, each


@typesetter
def test_the_same_snapshot_gives_the_same_pdf() -> None:
    assert pdf.pdf_of(whole()) == pdf.pdf_of(whole())


@typesetter
def test_a_sign_that_no_font_has_is_replaced_and_does_not_stop_the_pdf() -> None:
    assert pdf.pdf_of(document(Heading("漢字 and 🚧 and ไทย"), Paragraph("\u0e01" * 50))).startswith(b"%PDF")


@deck_maker
def test_slides_open_again_with_the_same_numbers() -> None:
    words = "\n".join(words_of(deck(whole())))
    for each in (*NUMBERS[:5], "Q-59"):
        assert each in words, each
    charts = [shape.chart for slide in deck(whole()).slides for shape in slide.shapes if shape.has_chart]
    assert [(each.name, list(each.values)) for each in charts[0].plots[0].series] == [
        ("Red", [11, 13]),
        ("Green", [4, 2]),
    ]


@deck_maker
def test_every_slide_has_a_title_and_every_picture_words() -> None:
    for slide in deck(whole()).slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath("./*/p:cNvPr/@descr")[0]


@deck_maker
def test_nothing_goes_beyond_the_edge_of_a_slide() -> None:
    for slide in deck(whole()).slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= (LEFT + WIDTH + 0.05) * INCH
            assert shape.top + shape.height <= (BOTTOM + 0.05) * INCH, slide.shapes.title.text_frame.text


@deck_maker
def test_a_long_table_repeats_its_head_and_loses_no_row() -> None:
    tables = [
        shape.table
        for slide in deck(whole()).slides
        for shape in slide.shapes
        if shape.has_table and shape.table.cell(0, 0).text == "Project"
    ]
    assert len(tables) > 1
    firsts = [row.cells[0].text.split()[0] for table in tables for row in list(table.rows)[1:]]
    assert firsts == [f"Q-{each}" for each in range(60)]


@deck_maker
def test_words_that_are_cut_stand_whole_in_the_notes() -> None:
    notes = [each.notes_slide.notes_text_frame.text for each in deck(whole()).slides if each.has_notes_slide]
    assert any(RUN in each for each in notes)


@deck_maker
def test_letters_are_large_enough_to_read() -> None:
    out = FORMATS["pptx"].make(whole())
    with zipfile.ZipFile(io.BytesIO(out)) as parts:
        names = [each for each in parts.namelist() if re.match(r"ppt/slides/slide\d+\.xml", each)]
        sizes = {int(size) for each in names for size in re.findall(rb'sz="(\d+)"', parts.read(each))}
    assert min(sizes) >= 1200


def deck(shown: Document) -> Any:
    from pptx import Presentation

    return Presentation(io.BytesIO(FORMATS["pptx"].make(shown)))


def words_of(presentation: Any) -> Iterator[str]:
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_the_workbook_has_typed_cells_frozen_heads_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(workbook_of(whole())))
    sheet = book["Projects   all  none"]
    assert [each.value for each in sheet[1]] == ["Project", "Reported", "Finish", "Budget (EUR)", "Days late"]
    assert sheet.freeze_panes == "B2"
    name, status, finish, budget, late = (each.value for each in sheet[3])
    assert (name, status) == (f"Q-1 {HOSTILE}", "Red")
    assert (finish, budget, late) == (datetime(2026, 12, 2), 1234568.25, 1)
    assert sheet["C3"].number_format == "d mmm yyyy"
    for each in book:
        for row in each.iter_rows():
            assert not [cell.coordinate for cell in row if cell.data_type == "f"]


def test_what_begins_like_a_formula_stays_text_in_the_workbook() -> None:
    shown = document(Heading("A"), Table("T", (Column("=1+1"), Column("B")), (("=cmd()", "@x"), ("+1", "-1"))))
    sheet = load_workbook(io.BytesIO(workbook_of(shown)))["A"]
    assert [[cell.value for cell in row] for row in sheet["A1:B3"]] == [["=1+1", "B"], ["=cmd()", "@x"], ["+1", "-1"]]
    assert {cell.data_type for row in sheet["A1:B3"] for cell in row} == {"s"}


def test_the_workbook_has_native_charts() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook_of(whole()))) as parts:
        assert len([each for each in parts.namelist() if each.startswith("xl/charts/chart")]) == 2


def test_names_of_sheets_are_accepted_and_unique() -> None:
    taken: set[str] = set()
    names = [sheet_name(each, taken) for each in ("A" * 40, "A" * 40, "a" * 40, "'[]:*?/\\'", "History", "x")]
    assert all(0 < len(each) <= 31 for each in names)
    assert len({each.lower() for each in names}) == len(names)
