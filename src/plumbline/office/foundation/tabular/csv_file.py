"""CSV files as they come: of any usual encoding, with any usual delimiter."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from plumbline.office.foundation.tabular.table import Cell, Limits, UnreadableTable

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LOOKED_AT = 100_000
_LINES_LOOKED_AT = 50
_WIDE = 8
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def lines_of_csv(data: bytes, limits: Limits) -> tuple[list[tuple[int, Sequence[Cell]]], list[str]]:
    """Number (as a spreadsheet program shows it) and cells of each row, and what was decided about the file."""
    text, encoding = _decoded(data)
    delimiter = _delimiter_of(text)
    remarks = [f"Read as CSV, {encoding}, separated by {_DELIMITERS[delimiter]}."]
    if "\ufffd" in text:
        remarks.append("Some characters of the file are in no known encoding; they are shown as \ufffd.")
    lines: list[tuple[int, Sequence[Cell]]] = []
    cells = 0
    for number, line in _read(text, delimiter):
        cells += len(line)
        _check(number, line, len(lines), cells, limits)
        lines.append((number, line))
    return lines, remarks


def _decoded(data: bytes) -> tuple[str, str]:
    """Windows' encoding leaves five bytes without meaning; they become a mark, and the rest is still read."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace").replace("\0", ""), "UTF-16"
    if b"\0" in data[:4_000]:
        raise UnreadableTable("This is no table in a text file. Save it as CSV or XLSX and choose that file.")
    try:
        return data.decode("utf-8-sig").replace("\0", ""), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace").replace("\0", ""), "Windows-1252"


def _delimiter_of(text: str) -> str:
    """The one under which the most of the first rows have as many cells as the headings, and those many."""

    def fit(delimiter: str) -> float:
        try:
            widths = [len(line) for _, line in islice(_read(text[:_LOOKED_AT], delimiter), _LINES_LOOKED_AT)]
        except UnreadableTable:
            return 0
        widths = widths[:-1] if len(widths) > 2 else widths
        if not widths or widths[0] < 2:
            return 0
        return sum(width == widths[0] for width in widths) / len(widths) * min(widths[0], _WIDE)

    return max(_DELIMITERS, key=fit)


def _read(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        raise UnreadableTable(
            f"The file cannot be read from line {reader.line_num} on: {error}. A quotation mark may be missing there."
        ) from error


def _check(number: int, line: list[str], rows: int, cells: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise UnreadableTable(f"The file has more than {limits.rows:,} rows. Split it.")
    if len(line) > max(limits.columns, 2) and rows > limits.columns:
        raise UnreadableTable(f"Row {number} has {len(line):,} cells; at most {limits.columns:,} columns can be read.")
    if cells > limits.cells:
        raise UnreadableTable(f"The file has more than {limits.cells:,} cells. Split it.")
    longest = max(map(len, line), default=0)
    if longest > limits.text:
        raise UnreadableTable(
            f"A cell of row {number} has {longest:,} characters; at most {limits.text:,} can be read."
        )
