"""The same plan typed here, pasted, and read from a table is the same plan, and stays it when it is written as one."""

from __future__ import annotations

import csv
import io

from engine.editing.one_plan import TABLE, from_the_table, typed
from engine.editing.typed import START, edited
from plumbline.engine.editing import empty_plan
from plumbline.engine.readers import read
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.writers import write


def test_a_plan_typed_here_is_the_plan_read_from_a_table() -> None:
    ours, theirs = typed(), from_the_table()
    for one, other in zip(ours.activities, theirs.activities, strict=True):
        assert one == other
    assert ours == theirs


def test_a_plan_pasted_from_a_spreadsheet_is_the_plan_read_from_a_table() -> None:
    empty = edited(empty_plan("Boathouse", START), "settings", data_date="2026-03-20", currency="EUR")
    pasted = edited(empty, "paste", text=_with_tabs(TABLE.split("\n\n")[1]))
    for one, other in zip(pasted.activities, from_the_table().activities, strict=True):
        assert one == other
    assert pasted == from_the_table()


def test_a_plan_typed_here_comes_back_from_a_table_as_it_was() -> None:
    ours = typed()
    written = write(ours, "csv")
    (back,) = read(written.content, "boathouse.csv").schedules
    assert back == ours
    assert [str(each) for each in written.losses] == []


def test_its_dates_are_those_of_the_table() -> None:
    assert calculate(typed()) == calculate(from_the_table())
    assert calculate(typed()).finish > START


def _with_tabs(table: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t").writerows(csv.reader(io.StringIO(table)))
    return out.getvalue()
