"""Where in a table the plan is: settings above, then the heads, then one row per activity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from plumbline.engine.readers.limits import MAX_ACTIVITIES
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.table.cells import Cell, Faults, TableRow, as_text
from plumbline.engine.readers.table.dates import order_of
from plumbline.engine.readers.table.heads import COLUMNS, columns_of, setting_of

_ROWS_ABOVE = 30
_DATED = (
    *("start", "finish", "actual_start", "actual_finish", "baseline_start", "baseline_finish"),
    *("constraint_date", "deadline"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    settings: TableRow
    rows: list[TableRow]
    columns: dict[str, int]
    faults: Faults = field(default_factory=Faults)


def has_heads(cells: Sequence[Cell]) -> bool:
    columns = columns_of([as_text(each) for each in cells])
    return "name" in columns and ("duration" in columns or {"start", "finish"} <= columns.keys())


def layout_of(rows: Iterable[tuple[int, Sequence[Cell]]]) -> Layout:
    """``rows``: number and cells of each row. Raises UnreadableSchedule where no row can be the heads."""
    faults = Faults()
    settings: dict[str, Cell] = {}
    source = iter(rows)
    heads: Sequence[Cell] = ()
    for number, cells in source:
        if has_heads(cells):
            heads = cells
            break
        if number > _ROWS_ABOVE:
            break
        _note_setting(cells, settings)
    if not heads:
        raise UnreadableSchedule(_no_heads())
    columns = columns_of([as_text(each) for each in heads])
    filled = ((number, cells) for number, cells in source if any(as_text(each) for each in cells))
    content = list(islice(filled, MAX_ACTIVITIES + 1))
    if len(content) > MAX_ACTIVITIES:
        raise UnreadableSchedule(
            Problem(f"The table has more than {MAX_ACTIVITIES:,} rows. Send a smaller part of it.")
        )
    dated = [columns[each] for each in _DATED if each in columns]
    order = order_of(_texts(content, dated))
    names = {column: as_text(heads[position]) for column, position in columns.items()}
    positions = {name: position for position, name in enumerate(settings)}
    return Layout(
        settings=TableRow(0, list(settings.values()), positions, {name: name for name in settings}, order, faults),
        rows=[TableRow(number, cells, columns, names, order, faults) for number, cells in content],
        columns=columns,
        faults=faults,
    )


def _note_setting(cells: Sequence[Cell], settings: dict[str, Cell]) -> None:
    filled = [each for each in cells if as_text(each)]
    if len(filled) >= 2:
        setting = setting_of(as_text(filled[0]))
        if setting is not None:
            settings.setdefault(setting, filled[1])


def _texts(rows: Iterable[tuple[int, Sequence[Cell]]], positions: list[int]) -> Iterable[str]:
    for _, cells in rows:
        for position in positions:
            if position < len(cells) and isinstance(cells[position], str):
                yield as_text(cells[position])


def _no_heads() -> Problem:
    wanted = ", ".join(COLUMNS[each][0] for each in ("id", "name", "duration", "start", "finish", "predecessors"))
    return Problem(
        f"No row of the table names its columns. Put one above the activities, for example: {wanted}. "
        "Needed are name, and duration or start and finish."
    )
