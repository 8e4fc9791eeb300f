"""What all tables have in common that are handed in, looked at, and taken up."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from plumbline.office.foundation.handed_in import HandInForm, readable, shown_of
from plumbline.office.foundation.tabular import (
    CellProblem,
    Limits,
    Preview,
    UnreadableTable,
    read_columns,
)

SMALL = Limits(size=1_000_000, rows=10)


class LeaveForm(HandInForm):
    limits = SMALL


@dataclass
class Line:
    problems: list[CellProblem] = field(default_factory=list)
    is_known: bool = False


def bad() -> Line:
    return Line([CellProblem("row 2", "Day", "soon", "Write a day.")])


def sent(size: int) -> LeaveForm:
    file = SimpleUploadedFile("leave.csv", b"x")
    file.size = size
    return LeaveForm({}, {"table": file})


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    assert sent(1_000_000).is_valid()
    assert sent(1_000_001).errors == {"table": ["The file is larger than 1 MB. Choose a smaller one."]}


def test_the_form_says_how_much_it_takes() -> None:
    assert sent(1).fields["table"].help_text == "CSV or XLSX, at most 10 rows and 1 MB."


def test_a_missing_column_is_named_and_so_are_those_there_should_be() -> None:
    with pytest.raises(UnreadableTable, match=r"There is no column From.*: Name, From, Share"):
        read_columns(b"Name;Share\nTove;50\n", ("Name", "From", "Share"), ("Name", "From"), SMALL)


def test_what_cannot_be_read_is_refused_at_the_field_of_the_file() -> None:
    with pytest.raises(ValidationError) as refused:
        readable(lambda: read_columns(b"", ("Name",), ("Name",), SMALL))
    assert list(refused.value.message_dict) == ["table"]


def test_all_or_none_takes_none_while_a_row_cannot_be_read() -> None:
    found = Preview([Line(), bad(), Line(is_known=True)])
    with pytest.raises(ValidationError, match="1 row cannot be read, so nothing was added"):
        found.to_take(all_or_none=True)
    assert found.to_take(all_or_none=False) == [found.rows[0]]


def test_a_page_shows_the_first_rows_and_the_first_problems_only() -> None:
    shown = shown_of(Preview([Line() for _ in range(60)] + [bad() for _ in range(300)]))
    assert (len(shown["rows"]), len(shown["problems"])) == (50, 200)
