"""A plain network as a table: id, duration or three points of it, predecessors; no dates and no calendars needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from plumbline.engine.forecast.distributions import Distribution, InvalidEstimate, Shape, ThreePoint
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.readers.limits import MAX_ACTIVITIES
from plumbline.engine.readers.table.amounts import UnclearAmount, duration_of
from plumbline.engine.readers.table.heads import columns_of, plain
from plumbline.engine.schedule import Uid

FIRST_DAY = "2001-01-01"
"""Where a network without dates begins: a Monday."""

_POINTS: dict[str, tuple[str, ...]] = {
    "optimistic": ("optimistic", "optimistic duration", "low", "min", "minimum", "best case", "a"),
    "most likely": ("most likely", "most likely duration", "likely", "mode", "m"),
    "pessimistic": ("pessimistic", "pessimistic duration", "high", "max", "maximum", "worst case", "b"),
}
_SIGNS = ",;\t|"


def as_plan_table(text: str) -> tuple[str, bool]:
    """``text`` with what a table of a plan needs and a network may lack: a duration, a name, and a start.

    A duration is the most likely one. The second answer is whether the network had no dates at all, so that it begins
    on ``FIRST_DAY``. Text without an id or a name, or without a duration or a most likely one, stays as it is.
    """
    rows, heads = _rows(text)
    columns = columns_of(heads)
    points = _points(heads)
    named = "name" in columns or "id" in columns
    if not named or not ("duration" in columns or "most likely" in points):
        return text, False
    added: list[list[str]] = [[] for _ in rows]
    added[0] = [name for name in ("name", "duration") if name not in columns]
    for row, extra in zip(rows[1:], added[1:], strict=True):
        if "name" not in columns:
            extra.append(_cell(row, columns["id"]))
        if "duration" not in columns:
            extra.append(_cell(row, points["most likely"]))
    dated = {"start", "finish", "actual_start"} & columns.keys()
    out = io.StringIO()
    writer = csv.writer(out)
    if not dated:
        writer.writerow(["project start", FIRST_DAY])
    for row, extra in zip(rows, added, strict=True):
        writer.writerow([*row, *[""] * (len(heads) - len(row)), *extra])
    return out.getvalue(), not dated


def estimates_in(text: str, shape: Shape = Shape.PERT) -> dict[Uid, Distribution]:
    """The three-point estimates of a table, by the id of the activity; none where it has no such columns.

    A row that leaves the three cells empty is certain. Raises UnreadableSchedule with every row that cannot be read.
    """
    rows, heads = _rows(text)
    points = _points(heads)
    if len(points) < len(_POINTS):
        return {}
    id_column = columns_of(heads).get("id")
    found: dict[Uid, Distribution] = {}
    problems = []
    number = 0
    for line, row in enumerate(rows[1:], start=2):
        if not any(each.strip() for each in row):
            continue
        number += 1
        uid = (_cell(row, id_column) if id_column is not None else "") or str(number)
        written = [_cell(row, points[name]) for name in _POINTS]
        if not any(written):
            continue
        try:
            low, mode, high = (duration_of(each)[0] for each in written)
            found[uid] = ThreePoint(low, mode, high, shape)
        except (UnclearAmount, InvalidEstimate) as reason:
            problems.append(Problem(f"{str(reason)[:1].upper()}{str(reason)[1:]}.", f"row {line}"))
    if problems:
        raise UnreadableSchedule(*problems)
    return found


def _rows(text: str) -> tuple[list[list[str]], list[str]]:
    """The rows from the heads on, which are the first one here."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    sign = max(_SIGNS, key=first.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if any(row)]
    except csv.Error:
        return [[]], []
    if not rows or len(rows) > MAX_ACTIVITIES:
        return [[]], []
    return rows, rows[0]


def _points(heads: Sequence[str]) -> dict[str, int]:
    places = {plain(head): position for position, head in reversed(list(enumerate(heads)))}
    found = {name: [places[each] for each in names if each in places] for name, names in _POINTS.items()}
    return {name: positions[0] for name, positions in found.items() if positions}


def _cell(row: Sequence[str], position: int) -> str:
    return row[position].strip() if position < len(row) else ""
