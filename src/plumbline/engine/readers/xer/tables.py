"""The tab-separated tables of an XER, with typed access that names the place of what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar

from plumbline.engine.readers.limits import MAX_FIELDS, check_count
from plumbline.engine.readers.p6.fields import TRUNCATED, Fields, Parse
from plumbline.engine.readers.p6.values import Unclear
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.schedule import Uid

WANTED = frozenset(
    (
        "CURRTYPE",
        "PROJECT",
        "CALENDAR",
        "SCHEDOPTIONS",
        "PROJWBS",
        "OBS",
        "RSRC",
        "RSRCRATE",
        "TASK",
        "TASKPRED",
        "TASKRSRC",
        "PROJCOST",
    )
)


_BEFORE_A_RECORD = re.compile("\n(?=%(?:[TFR]\t|E))")
_ROWS_AT_ONCE = 256
_Record = TypeVar("_Record")


class Row(Fields):
    """One row. ``values`` end with an empty one, which stands for every column the table does not have."""

    __slots__ = ("line", "table", "values")

    def __init__(self, table: Table, line: int, values: list[str]) -> None:
        self.table = table
        self.line = line
        self.values = values

    def raw(self, column: str) -> str:
        index = self.table.columns.get(column)
        if index is None:
            return ""
        if index >= len(self.values) - 1:
            raise self.refusal(f"the row ends before the column. {TRUNCATED}", column)
        return self.values[index]

    def flag(self, column: str) -> bool:
        return self.text(column) == "Y"

    @property
    def place(self) -> str:
        return f"line {self.line}, table {self.table.name}"

    def place_of_activity(self, code: Uid) -> str:
        return f"{self.place}, activity {code}"

    def refusal(self, message: str, column: str = "") -> UnreadableSchedule:
        place = f"{self.place}, column {column}" if column else self.place
        return UnreadableSchedule(Problem(message[0].upper() + message[1:], place))


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: dict[str, int]
    rows: list[Row]

    def add(self, line: int, values: list[str]) -> None:
        values.append("")
        row = Row(self, line, values)
        if len(values) > len(self.columns) + 1:
            raise row.refusal(f"the row has {len(values) - 1} values for {len(self.columns)} columns. {TRUNCATED}")
        self.rows.append(row)


def records(
    make: Callable[[Iterable[Any]], _Record], columns: Sequence[tuple[str, Parse]], rows: Sequence[Row], needed: int
) -> list[_Record]:
    """Each row as what ``make`` makes of its source and the values of ``columns``; an empty value is ``None``.

    The first ``needed`` columns must have a value. Hundreds of thousands of rows are read this way, so they are read
    column by column, each text once and as many rows as a processor keeps at hand; only if something is wrong are
    they looked at one by one.
    """
    found: list[_Record] = []
    for begin in range(0, len(rows), _ROWS_AT_ONCE):
        found += _records_of(make, columns, rows[begin : begin + _ROWS_AT_ONCE], needed)
    return found


def _records_of(
    make: Callable[[Iterable[Any]], _Record], columns: Sequence[tuple[str, Parse]], rows: Sequence[Row], needed: int
) -> Iterator[_Record]:
    indices = [rows[0].table.columns.get(column) for column, _ in columns]
    texts = [row.values for row in rows]
    if min(map(len, texts)) - 1 <= max((each for each in indices if each is not None), default=-1):
        raise _first_refusal(rows, columns, needed)
    try:
        values = [_column(texts, index, parse) for index, (_, parse) in zip(indices, columns, strict=True)]
    except Unclear:
        raise _first_refusal(rows, columns, needed) from None
    if any(None in column for column in values[:needed]):
        raise _first_refusal(rows, columns, needed)
    return map(make, zip(rows, *values, strict=True))


def _column(texts: list[list[str]], index: int | None, parse: Parse) -> list[object]:
    if index is None:
        return [None] * len(texts)
    column = [*map(itemgetter(index), texts)]
    parsed = {text: parse(text) if text else None for text in set(column)}
    return [*map(parsed.__getitem__, column)]


def _first_refusal(rows: Sequence[Row], columns: Sequence[tuple[str, Parse]], needed: int) -> UnreadableSchedule:
    """Why the first row that cannot be read cannot be."""
    for row in rows:
        for number, (column, parse) in enumerate(columns):
            try:
                value = row.parsed(parse, column)
            except UnreadableSchedule as refusal:
                return refusal
            if value is None and number < needed:
                return row.missing_id(column)
    return rows[0].refusal(f"the values do not fit. {TRUNCATED}")


def read_tables(text: str) -> dict[str, Table]:
    """The tables a plan is made of, by name. A file that ends before its end mark is refused."""
    check_count("values", text.count("\t") + text.count("\n"), MAX_FIELDS)
    tables: dict[str, Table] = {}
    table: Table | None = None
    ended = False
    for line, record in _records(text):
        mark, rest = record[:3], record[3:]
        if mark == "%R\t" and table is not None:
            if table.name in WANTED:
                table.add(line, rest.split("\t"))
        elif mark == "%T\t":
            table = _opened(tables, rest.strip())
        elif mark == "%F\t" and table is not None:
            _set_columns(table, line, rest)
        elif record.partition("\t")[0].strip() == "%E":
            ended = True
        elif line > 1:
            raise UnreadableSchedule(Problem(f"This line belongs to no table. {TRUNCATED}", f"line {line}"))
    if not ended:
        raise UnreadableSchedule(Problem(f"The end mark %E is missing. {TRUNCATED}", f"line {text.count(chr(10)) + 1}"))
    return tables


def _records(text: str) -> Iterator[tuple[int, str]]:
    """Records with the line they begin on; a note with a line break in it runs over several lines."""
    line = 1
    for record in _BEFORE_A_RECORD.split(text.replace("\r\n", "\n").removesuffix("\r")):
        if "\n" in record:
            first, *more = record.split("\n")
            yield line, "\n".join([first, *(each for each in more if each.strip(" \t\x00\x1a"))])
            line += len(more)
        else:
            yield line, record
        line += 1


def _opened(tables: dict[str, Table], name: str) -> Table:
    if name not in tables:
        tables[name] = Table(name, {}, [])
    return tables[name]


def _set_columns(table: Table, line: int, rest: str) -> None:
    columns = {name.strip(): index for index, name in enumerate(rest.split("\t"))}
    if table.columns and table.columns != columns:
        raise UnreadableSchedule(
            Problem(
                f"The table's columns are given twice, differently. {TRUNCATED}", f"line {line}, table {table.name}"
            )
        )
    table.columns.update(columns)
