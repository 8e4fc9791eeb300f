"""Several rows at once: filled down, pasted from a spreadsheet, split into parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.editing.one_plan import typed
from engine.editing.typed import cell, edited, outline, plan, refusal, written
from plumbline.engine.schedule import Assignment
from plumbline.engine.schedule.calculate import calculate


def test_the_first_row_is_copied_down() -> None:
    after = edited(written(plan(), "2", owner="Ann; Bob"), "fill", rows=["2", "3", "4"], field="owner")
    assert [cell(after, each, "owner") for each in "1234"] == ["", "Ann; Bob", "Ann; Bob", "Ann; Bob"]


def test_one_row_or_an_id_cannot_be_copied_down() -> None:
    assert "at least one row below" in str(refusal(plan(), "fill", rows=["2"], field="owner"))
    assert "each row's own" in str(refusal(plan(), "fill", rows=["2", "3"], field="id"))


def test_pasted_cells_go_over_the_rows_from_one_on_and_new_rows_take_the_rest() -> None:
    after = edited(plan(), "paste", at="3", columns="name,duration", text="Walls\t3d\n\t2w\nRoof\t4h\n")
    assert [each.name for each in after.activities] == ["Dig", "Pour", "Walls", "Open", "Roof"]
    assert [cell(after, each, "duration") for each in "345"] == ["3d", "10d", "4h"]


def test_pasted_rows_with_heads_keep_their_links_where_their_ids_are_taken() -> None:
    text = "Task Name\tID\tDuration\tPredecessors\nWalls\t1\t3d\t\nRoof\t2\t2d\t1FS+1d\n"
    after = edited(plan(), "paste", after="1", text=text)
    assert list(outline(after)) == ["1", "5", "6", "2", "3", "4"]
    assert cell(after, "6", "predecessors") == "5FS+1d"


def test_pasted_levels_put_rows_under_each_other() -> None:
    text = "Level\tName\tDuration\n1\tHall\t\n2\tWalls\t3d\n2\tRoof\t2d\n"
    assert outline(edited(plan("Dig"), "paste", text=text)) == {"1": None, "2": None, "3": "2", "4": "2"}


def test_start_and_finish_without_a_duration_say_how_long_it_takes() -> None:
    text = "Name\tStart\tFinish\nWalls\t2026-03-09\t2026-03-13\n"
    assert cell(edited(plan(), "paste", text=text), "5", "duration") == "5d"


@pytest.mark.parametrize(
    ("columns", "text", "says"),
    [
        ("name", " \n\t\n", "nothing to paste"),
        ("name,duration", "Walls\tsoon", "Line 1: 'soon' is not a duration"),
        ("name,colour", "Walls\tred", "'colour' is no field"),
        ("name,predecessors", "Walls\t\nRoof\t77", "Line 2: '77' is no id"),
    ],
)
def test_what_cannot_be_pasted_is_named_by_its_line(columns: str, text: str, says: str) -> None:
    assert says in str(refusal(plan(), "paste", columns=columns, text=text))


def test_ninety_days_become_three_rows_of_thirty() -> None:
    long = written(
        written(written(plan(), "2", duration="90d", predecessors="1"), "3", predecessors="2"), "2", owner="A"
    )
    after = edited(long, "split", row="2", parts="3")
    assert [(each.name, cell(after, str(each.uid), "duration")) for each in after.activities[1:4]] == [
        ("Pour (1 of 3)", "30d"),
        ("Pour (2 of 3)", "30d"),
        ("Pour (3 of 3)", "30d"),
    ]
    assert [cell(after, each, "predecessors") for each in ("2", "5", "6", "3")] == ["1", "2", "5", "6"]
    assert {each.activity for each in after.assignments} == {"2", "5", "6"}
    assert [each.responsible for each in after.activities[1:4]] == ["A", "A", "A"]


def test_the_first_part_may_be_given() -> None:
    after = edited(written(plan(), "2", duration="10d"), "split", row="2", at="3d")
    assert [cell(after, each, "duration") for each in ("2", "5")] == ["3d", "7d"]


def test_work_and_cost_are_shared_by_length() -> None:
    before = replace(written(plan(), "2", duration="10d", owner="A"), assignments=(Assignment("2", "A", 1000, 50.0),))
    parts = edited(before, "split", row="2", at="3d").assignments
    assert [(each.work, each.cost) for each in parts] == [(300, 15.0), (700, 35.0)]


def test_splitting_moves_no_other_row() -> None:
    before = typed()
    dates = calculate(before).dates
    for each in before.activities:
        if each.kind == "task" and not each.is_started and each.duration > 960:
            after = calculate(edited(before, "split", row=str(each.uid), parts="3")).dates
            others = set(dates) - {each.uid}
            moved = {uid for uid in others if not _lies_as_before(dates[uid], after[uid])}
            assert not moved, f"{each.id} {each.name}"


def _lies_as_before(before: object, after: object) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in ("early_start", "early_finish"))


def test_what_has_begun_or_takes_no_time_is_not_split() -> None:
    assert "has begun" in str(refusal(written(plan(), "2", actual_start="2026-03-02"), "split", row="2"))
    assert "Only a task" in str(refusal(written(plan(), "2", duration="0"), "split", row="2"))
    assert "not nothing" in str(refusal(plan(), "split", row="2", at="3d"))
