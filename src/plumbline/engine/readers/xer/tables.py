"""The tab-separated tables of an XER, with typed access that names the place of what it cannot read."""

from __future__ import annotations

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


_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Row(Fields):
    """One row. ``values`` end with an empty one, which stands for every column the table does not have."""

    table: Table
    line: int
    values: list[str]

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


def records(
    make: Callable[[Iterable[Any]], _Record], columns: Sequence[tuple[str, Parse]], rows: Sequence[Row], needed: int
) -> Iterator[_Record]:
    """Each row as what ``make`` makes of its source and the values of ``columns``; an empty value is ``None``.

    The first ``needed`` columns must have a value. Hundreds of thousands of rows are read this way, so a row is only
    looked at column by column if something is wrong with it.
    """
    if not rows:
        return
    indices = [rows[0].table.columns.get(column, -1) for column, _ in columns]
    pick, last = itemgetter(*indices), max(indices)
    parsers = [parse for _, parse in columns]
    for row in rows:
        if len(row.values) - 1 <= last:
            raise row.first_refusal(columns)
        try:
            values = [parse(text) if text else None for parse, text in zip(parsers, pick(row.values), strict=True)]
        except Unclear:
            raise row.first_refusal(columns) from None
        if None in values[:needed]:
            raise row.missing_id(columns[values.index(None)][0])
        yield make([row, *values])


def read_tables(text: str) -> dict[str, Table]:
    """The tables a plan is made of, by name. A file that ends before its end mark is refused."""
    check_count("values", text.count("\t") + text.count("\n"), MAX_FIELDS)
    tables: dict[str, Table] = {}
    table: Table | None = None
    ended = False
    for line, record in _records(text):
        mark, _, rest = record.partition("\t")
        if mark == "%T":
            table = _opened(tables, rest.strip())
        elif mark == "%F" and table is not None:
            _set_columns(table, line, rest)
        elif mark == "%R" and table is not None:
            _add_row(table, line, rest)
        elif mark.strip() == "%E":
            ended = True
        elif line > 1:
            raise UnreadableSchedule(Problem(f"This line belongs to no table. {TRUNCATED}", f"line {line}"))
    if not ended:
        raise UnreadableSchedule(Problem(f"The end mark %E is missing. {TRUNCATED}", f"line {text.count(chr(10)) + 1}"))
    return tables


def _records(text: str) -> Iterator[tuple[int, str]]:
    """Records with the line they begin on; a note with a line break in it runs over several lines."""
    begun, parts = 0, [""]
    for line, content in enumerate(text.split("\n"), start=1):
        content = content.removesuffix("\r")
        if content.startswith(("%T\t", "%F\t", "%R\t", "%E")) or line == 1:
            if begun:
                yield begun, "\n".join(parts)
            begun, parts = line, [content]
        elif content.strip(" \t\x00\x1a"):
            parts.append(content)
    yield begun, "\n".join(parts)


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


def _add_row(table: Table, line: int, rest: str) -> None:
    if table.name not in WANTED:
        return
    values = rest.split("\t")
    values.append("")
    row = Row(table, line, values)
    if len(values) > len(table.columns) + 1:
        raise row.refusal(f"the row has {len(values) - 1} values for {len(table.columns)} columns. {TRUNCATED}")
    table.rows.append(row)
