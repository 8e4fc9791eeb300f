"""A series from a CSV table: one row a period, with what was planned, earned and spent by its end.

Columns: docs/methods/earned-value.md.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plumbline.engine.earned_value.series import Series, cumulative
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.table.amounts import UnclearAmount, number_of

MAX_BYTES = 10_000_000
MAX_PERIODS = 10_000
_SHOWN = 20
_DELIMITERS = (",", ";", "\t", "|")
_NAMES = {
    "period": ("period", "month", "week", "quarter", "date", "day", "time"),
    "pv": ("planned_value", "pv", "bcws", "planned"),
    "ev": ("earned_value", "ev", "bcwp", "earned"),
    "ac": ("actual_cost", "ac", "acwp", "actual", "spent"),
    "loe": ("level_of_effort", "loe"),
}
_TITLES = {"pv": "planned_value", "ev": "earned_value", "ac": "actual_cost", "loe": "level_of_effort"}
_NEEDED = ("pv", "ev", "ac")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    label: str
    values: dict[str, float | None]


def read_series(data: bytes, *, of_each_period: bool = False, bac: float | None = None) -> Series:
    """The series in ``data``. Earned value and actual cost are left empty in periods that are still to come.

    Values are cumulative, or ``of_each_period``. Raises ``UnreadableSchedule`` with every cell that cannot be read.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableSchedule(Problem(f"The file is larger than {MAX_BYTES // 1_000_000} MB. Export less of it."))
    rows = list(_rows(_decoded(data)))
    columns, head = _columns(rows)
    lines = _lines(rows, columns, head)
    if lines and _is_start(lines[0]):
        lines = lines[1:]
    if not lines:
        raise UnreadableSchedule(Problem("The table has no periods. Write one row for each, in the order of time."))
    problems = [*_gaps(lines), *_steps(lines)]
    if problems:
        raise UnreadableSchedule(*problems[:_SHOWN])
    return _series(lines, of_each_period, bac)


def _series(lines: Sequence[_Line], of_each_period: bool, bac: float | None) -> Series:
    columns = {name: [each.values[name] for each in lines] for name in _TITLES}
    known = {name: tuple(each for each in values if each is not None) for name, values in columns.items()}
    if of_each_period:
        known = {name: cumulative(values) for name, values in known.items()}
    for name in ("pv", "loe"):
        if known[name]:
            known[name] += (known[name][-1],) * (len(lines) - len(known[name]))
    falls = _falls(lines, known["pv"])
    if falls:
        raise UnreadableSchedule(falls)
    if bac is not None and known["pv"] and bac < known["pv"][-1]:
        raise UnreadableSchedule(Problem(f"More is planned ({known['pv'][-1]:g}) than the budget of {bac:g} given."))
    try:
        return Series(
            pv=known["pv"], ev=known["ev"], ac=known["ac"], bac=bac, loe_pv=known["loe"],
            labels=tuple(each.label for each in lines),
        )  # fmt: skip
    except ValueError as error:
        raise UnreadableSchedule(Problem(f"The series contradicts itself: {error}.")) from error


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise UnreadableSchedule(Problem("This is no text, so no CSV. Save the table as CSV (UTF-8)."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = next((each for each in text.splitlines() if each.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(each.strip() for each in row):
                yield reader.line_num, [each.strip() for each in row]
    except csv.Error as error:
        raise UnreadableSchedule(
            Problem("The quotes do not match. Save the table again as CSV.", f"row {reader.line_num}")
        ) from error


def _columns(rows: list[tuple[int, list[str]]]) -> tuple[dict[str, int], list[str]]:
    if not rows:
        raise UnreadableSchedule(Problem("The file is empty."))
    head = rows[0][1]
    plain = [re.sub(r"[^a-z0-9]+", "_", each.lower()).strip("_") for each in head]
    columns: dict[str, int] = {}
    for name, words in _NAMES.items():
        for place, each in enumerate(plain):
            if place not in columns.values() and any(each == word or each.startswith(f"{word}_") for word in words):
                columns[name] = place
                break
    missing = [_TITLES[each] for each in _NEEDED if each not in columns]
    if missing:
        raise UnreadableSchedule(
            Problem(
                f"There is no column {' and no column '.join(missing)}. The first row names the columns: "
                "month, planned_value, earned_value, actual_cost.",
                f"row {rows[0][0]}",
            )
        )
    return columns, head


def _lines(rows: list[tuple[int, list[str]]], columns: dict[str, int], head: list[str]) -> list[_Line]:
    if len(rows) - 1 > MAX_PERIODS:
        raise UnreadableSchedule(Problem(f"The table has more than {MAX_PERIODS:,} periods."))
    problems: list[Problem] = []
    lines = []
    for place, (number, cells) in enumerate(rows[1:], start=1):
        label = cells[columns["period"]] if columns.get("period", len(cells)) < len(cells) else ""
        values = {name: _value(cells, columns.get(name), number, head, problems) for name in _TITLES}
        lines.append(_Line(number, label or str(place), values))
    if problems:
        raise UnreadableSchedule(*problems[:_SHOWN])
    return lines


def _value(cells: list[str], place: int | None, number: int, head: list[str], problems: list[Problem]) -> float | None:
    text = cells[place] if place is not None and place < len(cells) else ""
    if place is None or not text:
        return None
    try:
        value = number_of(text)
    except UnclearAmount as error:
        problems.append(Problem(f"{error}; write digits and a point only.", f"row {number}, column {head[place]}"))
        return None
    if value < 0 and not head[place].lower().startswith(("ac", "spent")):
        problems.append(Problem(f"'{text[:40]}' is below zero.", f"row {number}, column {head[place]}"))
    return value


def _is_start(line: _Line) -> bool:
    """A row for the start of the first period, at which nothing is planned, earned or spent."""
    return line.label == "0" and not any(line.values.values())


def _gaps(lines: Sequence[_Line]) -> Iterator[Problem]:
    """Earned value ends where the project has come, planned value where its plan does; none may be missing before."""
    for name, title in _TITLES.items():
        for before, after in pairwise(lines):
            if before.values[name] is None and after.values[name] is not None:
                yield Problem(
                    "The value is missing, but a later period has one.", f"row {before.number}, column {title}"
                )
    for each in lines:
        if (each.values["ev"] is None) != (each.values["ac"] is None):
            yield Problem("Earned value and actual cost belong together: one of them is missing.", f"row {each.number}")


def _steps(lines: Sequence[_Line]) -> Iterator[Problem]:
    """Numbered periods are counted without a gap: time is measured in them."""
    if all(each.label.isdecimal() for each in lines):
        for before, after in pairwise(lines):
            if int(after.label) != int(before.label) + 1:
                yield Problem(
                    f"Period {after.label} stands after {before.label}. Write one row for each period, in order.",
                    f"row {after.number}",
                )


def _falls(lines: Sequence[_Line], pv: Sequence[float]) -> Problem | None:
    for place, (before, after) in enumerate(pairwise(pv), start=1):
        if after < before:
            return Problem(
                f"The planned value falls from {before:g} to {after:g}. Values are running totals; if these are those "
                "of each period, say so with --values period.",
                f"row {lines[place].number}",
            )
    return None
