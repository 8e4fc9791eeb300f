"""Edits in turn, drawn at random: of rows that may be there or not, with values that may be right or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from plumbline.engine.editing import CannotEdit, apply
from plumbline.engine.schedule import Schedule

Turn = tuple[str, dict[str, Any]]

VALUES = {
    "name": ["Dig", "", "Pour; slowly"],
    "id": ["A10", "3", "12"],
    "kind": ["task", "milestone", "start milestone", "level of effort", "summary"],
    "duration": ["5d", "0", "3ed", "90m", "2w", "soon"],
    "remaining": ["2d", "0"],
    "percent": ["0", "40", "100"],
    "start": ["2026-03-09", "", "2026-05-04 13:00"],
    "finish": ["2026-04-17", ""],
    "actual_start": ["2026-03-02", "", "2026-03-16"],
    "actual_finish": ["2026-03-06", ""],
    "deadline": ["2026-06-30", ""],
    "constraint": ["SNET", "MFO 2026-06-12", "ALAP", "", "FNLT", "SO"],
    "constraint_date": ["2026-05-05", ""],
    "calendar": ["6x8", "24 hours", ""],
    "owner": ["Ann", "Ann; Bob", "", "Cleo; Ann"],
    "predecessors": ["1", "2FS+2d; 3", "", "4SS-1d", "5; 1FF+25%", "9"],
    "successors": ["6", "", "8SS; 7", "3"],
}


def turns(most: int = 12, rows: int = 12) -> st.SearchStrategy[list[Turn]]:
    row = st.integers(1, rows).map(str)
    several = st.lists(row, min_size=1, max_size=4)
    named = st.fixed_dictionaries
    field_and_value = st.sampled_from([(field, value) for field, values in VALUES.items() for value in values])
    one = st.one_of(
        _turn("add", named({"names": st.sampled_from(["", "Dig", "Dig\nPour\nLay"])})),
        _turn("add", named({"after": row})),
        _turn("add", named({"under": row})),
        _turn("indent", named({"rows": several})),
        _turn("outdent", named({"rows": several})),
        _turn("remove", named({"rows": several})),
        *(_turn("move", named({"rows": several, place: row})) for place in ("before", "after", "under")),
        *[_turn("set", st.tuples(several, field_and_value).map(_set))] * 4,
        _turn("fill", named({"rows": several, "field": st.sampled_from(sorted(VALUES))})),
        _turn("link", named({"predecessor": row, "successor": row, "kind": st.sampled_from(["FS", "SS", "FF"])})),
        _turn("unlink", named({"predecessor": row, "successor": row})),
        _turn("split", named({"row": row, "parts": st.integers(2, 4).map(str)})),
        _turn("paste", named({"at": row, "text": st.just("Walls\t3d\nRoof\t\nDoors\t2d"), "columns": _COLUMNS})),
        _turn("paste", named({"after": row, "text": st.just("Name\tDuration\tPredecessors\nA\t1d\t1\nB\t2d\t2")})),
        _turn("settings", st.sampled_from([{"start": "2026-03-04"}, {"default_calendar": "7x8"}, {"name": "Hall"}])),
        _turn("calendar", st.just({"calendar": "5x8", "exceptions": "2026-04-03"})),
    )
    return st.lists(one, max_size=most)


def written_in(
    schedule: Schedule, edits: list[Turn], after_each: Callable[[Schedule], object] = lambda each: None
) -> list[Schedule]:
    """The plan after each of the edits that could be made, the plan before all of them first."""
    history = [schedule]
    for name, arguments in edits:
        after_each(history[-1])
        try:
            history.append(apply(history[-1], name, arguments).schedule)
        except CannotEdit:
            continue
    return history


_COLUMNS = st.just("name,duration")


def _turn(name: str, arguments: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Turn]:
    return st.tuples(st.just(name), arguments)


def _set(drawn: tuple[list[str], tuple[str, str]]) -> dict[str, Any]:
    rows, (field, value) = drawn
    return {"rows": rows, "field": field, "value": value}
