"""CSV tables. The columns are described in docs/guides/columns.md."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from plumbline.engine.readers.limits import MAX_COLUMNS, MAX_FIELDS, check_count
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.table import Cell, plan_of
from plumbline.engine.readers.table.layout import has_heads

FORMAT = "CSV table"
EXTENSIONS = (".csv", ".tsv")

_DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 40
_LONGEST_FIELD = 131_072
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NEEDS_A_MARK = re.compile(r"'*[=+\-@\t\r]")
_HAS_A_MARK = re.compile(r"'+[=+\-@\t\r]")


def recognises(data: bytes, filename: str) -> bool:
    return filename.lower().endswith(EXTENSIONS) and not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{"))


def read(data: bytes) -> PlanFile:
    """One plan. Raises UnreadableSchedule with every cell that cannot be read, and InvalidSchedule."""
    text = _decoded(data)
    return plan_of(_rows(text, _delimiter(text)), FORMAT, "")


def marked_as_text(text: str) -> str:
    """``text`` with an apostrophe before it if a spreadsheet program would otherwise take it for a formula."""
    return f"'{text}" if _NEEDS_A_MARK.match(text) else text


def _without_mark(text: str) -> str:
    """What ``marked_as_text`` was given."""
    return text[1:] if _HAS_A_MARK.match(text) else text


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise UnreadableSchedule(Problem("This is no text, so no CSV. Save the table as CSV (UTF-8), or as XLSX."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that makes heads of one of the first lines; failing that, the one a line has most of."""
    lines = text[:20_000].splitlines()[:_LINES_LOOKED_AT]
    most = sorted(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in lines), default=0), reverse=True)
    for sign in most:
        if any(has_heads([cell.strip(' "') for cell in line.split(sign)]) for line in lines):
            return sign
    return most[0]


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    check_count("cells", text.count(delimiter) + text.count("\n") + text.count("\r"), MAX_FIELDS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableSchedule(
                Problem(
                    f"A cell is longer than {_LONGEST_FIELD:,} characters or its quotes do not match. "
                    "Save the table again as CSV.",
                    f"row {reader.line_num}",
                )
            ) from error
        yield reader.line_num, [_without_mark(each) for each in cells[:MAX_COLUMNS]]
