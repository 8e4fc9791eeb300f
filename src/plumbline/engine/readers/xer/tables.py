"""The tab-separated tables of an XER, with typed access that names the place of what it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from plumbline.engine.readers.limits import (
    MAX_FIELDS,
    MAX_MINUTES,
    check_count,
    is_plausible,
    shortened,
)
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.schedule import Uid

WANTED = frozenset(
    (
        "CURRTYPE",
        "PROJECT",
        "CALENDAR",
        "SCHEDOPTIONS",
        "PROJWBS",
        "RSRC",
        "TASK",
        "TASKPRED",
        "TASKRSRC",
        "PROJCOST",
    )
)
TRUNCATED = "The file was cut off or changed on its way. Export it again from P6 and send it unopened."


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Getters give ``None`` or an empty text for a column that is empty or not in the table."""

    table: Table
    line: int
    values: list[str]

    def text(self, column: str) -> str:
        index = self.table.columns.get(column)
        if index is None:
            return ""
        if index >= len(self.values):
            raise self.refusal(f"the row ends before the column. {TRUNCATED}", column)
        return self.values[index].strip()

    def name(self, column: str) -> str:
        """On one line: P6 writes line breaks as two DEL characters, other programs as they are."""
        return shortened(" ".join(self.text(column).replace("\x7f", " ").split()))

    def uid(self, column: str) -> Uid | None:
        text = self.text(column)
        if not text:
            return None
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else shortened(text)

    def needed_uid(self, column: str) -> Uid:
        uid = self.uid(column)
        if uid is None:
            raise self.refusal(f"an id is missing here. {TRUNCATED}", column)
        return uid

    def number(self, column: str) -> float | None:
        text = self.text(column)
        if not text:
            return None
        number = _number(text)
        if number is None:
            raise self.refusal(f"'{text[:40]}' is not a number. Export the plan again from P6.", column)
        return number

    def minutes(self, column: str) -> int | None:
        """Hours in the file, minutes here."""
        hours = self.number(column)
        if hours is None:
            return None
        if abs(hours) * 60 > MAX_MINUTES:
            raise self.refusal(f"{hours:,.0f} hours is more than 200 years. Correct it in P6 and export again.", column)
        return round(hours * 60)

    def instant(self, column: str) -> datetime | None:
        text = self.text(column)
        if not text:
            return None
        instant = _instant(text)
        if instant is None:
            raise self.refusal(
                f"'{text[:40]}' is not a date and time such as 2026-03-02 08:00. Export the plan again from P6.", column
            )
        if not is_plausible(instant):
            raise self.refusal(f"the year {instant.year} cannot be right. Correct it in P6 and export again.", column)
        return instant

    def flag(self, column: str) -> bool:
        return self.text(column) == "Y"

    @property
    def place(self) -> str:
        return f"line {self.line}, table {self.table.name}"

    def refusal(self, message: str, column: str = "") -> UnreadableSchedule:
        place = f"{self.place}, column {column}" if column else self.place
        return UnreadableSchedule(Problem(message[0].upper() + message[1:], place))


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: dict[str, int]
    rows: list[Row]


@lru_cache(maxsize=65_536)
def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    if instant.tzinfo is not None:
        return None
    return instant.replace(second=0, microsecond=0)


@lru_cache(maxsize=65_536)
def _number(text: str) -> float | None:
    """Some computers write 1,5 for one and a half: the last separator is the decimal one."""
    if "," in text:
        whole, _, fraction = text.rpartition(",")
        if "." in fraction:
            text = text.replace(",", "")
        else:
            text = whole.replace(",", "").replace(".", "") + "." + fraction
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


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
    row = Row(table, line, rest.split("\t"))
    if len(row.values) > len(table.columns):
        raise row.refusal(f"the row has {len(row.values)} values for {len(table.columns)} columns. {TRUNCATED}")
    table.rows.append(row)
