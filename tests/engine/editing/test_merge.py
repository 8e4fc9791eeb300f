"""Two plans that grew out of one are put together: what one side changed is taken, what both changed is asked."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from engine.editing.one_plan import typed
from engine.editing.turns import turns, written_in
from engine.editing.typed import cell, edited, outline, plan, row, written
from plumbline.engine.editing.merging import Merged, merge
from plumbline.engine.schedule import Schedule

PLAN = typed()


def merged(base: Schedule, mine: Schedule, theirs: Schedule, **choices: str) -> Merged:
    return merge(base, mine, theirs, {key.replace("_", ":"): side for key, side in choices.items()})


def test_what_each_side_changed_is_in_the_whole() -> None:
    base = plan()
    mine = written(base, "1", name="Dig deep", predecessors="")
    theirs = written(base, "2", duration="5d", owner="Ann", predecessors="1")
    found = merged(base, mine, theirs)
    assert (found.conflicts, row(found.schedule, "1").name) == ((), "Dig deep")
    assert [cell(found.schedule, "2", each) for each in ("duration", "owner", "predecessors")] == ["5d", "Ann", "1"]


def test_what_both_changed_in_one_row_is_a_conflict_with_both_versions() -> None:
    base = plan()
    mine, theirs = written(base, "2", duration="5d"), written(base, "2", duration="8d")
    found = merged(base, mine, theirs)
    (conflict,) = found.conflicts
    assert (conflict.key, conflict.row) == ("row:2", "2")
    assert (conflict.mine, conflict.theirs) == (row(mine, "2"), row(theirs, "2"))
    assert found.schedule == mine
    assert merged(base, mine, theirs, row_2="theirs").schedule == theirs


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    changed = written(plan(), "2", duration="5d")
    assert merged(plan(), changed, changed) == Merged(changed, ())


def test_new_rows_of_both_sides_are_kept_though_they_had_the_same_uid() -> None:
    base = plan()
    mine = written(edited(base, "add", names="Mine", after="1"), "5", predecessors="1")
    theirs = edited(base, "add", names="Theirs", after="1")
    found = merged(base, mine, theirs)
    assert found.renumbered == {"5": "6"}
    assert [each.name for each in found.schedule.activities] == ["Dig", "Theirs", "Mine", "Pour", "Build", "Open"]
    assert cell(found.schedule, "6", "predecessors") == "1"
    assert found.conflicts == ()


def test_a_row_that_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    base = plan()
    mine, theirs = edited(base, "remove", rows=["2"]), written(base, "2", name="Pour slowly")
    found = merged(base, mine, theirs)
    assert [(each.row, each.mine) for each in found.conflicts] == [("2", None)]
    assert "2" not in outline(found.schedule)
    assert row(merged(base, mine, theirs, row_2="theirs").schedule, "2").name == "Pour slowly"


def test_a_row_that_one_side_removed_and_the_other_builds_on_is_a_conflict() -> None:
    base = plan()
    gone = edited(base, "remove", rows=["2"])
    for theirs in (written(base, "3", predecessors="2"), edited(base, "add", under="2"), written(base, "2", owner="A")):
        found = merged(base, gone, theirs)
        assert [each.key for each in found.conflicts] == ["row:2"]
        chosen = merged(base, gone, theirs, row_2="theirs")
        assert chosen.schedule == theirs


def test_rows_put_under_each_other_do_not_vanish() -> None:
    base = plan()
    mine, theirs = edited(base, "move", rows=["1"], under="2"), edited(base, "move", rows=["2"], under="1")
    found = merged(base, mine, theirs)
    assert set(outline(found.schedule)) == {"1", "2", "3", "4"}
    assert found.conflicts


def test_settings_are_merged_one_by_one() -> None:
    base = plan()
    mine = edited(base, "settings", data_date="2026-04-30", currency="EUR")
    theirs = edited(base, "settings", start="2026-04-01", currency="CHF")
    found = merged(base, mine, theirs)
    assert (found.schedule.data_date, found.schedule.start) == (mine.data_date, theirs.start)
    assert [(each.key, each.mine, each.theirs) for each in found.conflicts] == [("head:currency", "EUR", "CHF")]


SIDES = turns(most=6, rows=40)


@given(SIDES)
@settings(max_examples=60, deadline=None)
def test_merging_with_nothing_changes_nothing(one: list[tuple[str, dict[str, Any]]]) -> None:
    changed = written_in(PLAN, one)[-1]
    assert merge(PLAN, changed, PLAN) == Merged(changed, ())
    assert merge(PLAN, PLAN, changed) == Merged(changed, ())
    assert merge(PLAN, changed, changed) == Merged(changed, ())


@given(SIDES, SIDES)
@settings(max_examples=80, deadline=None)
def test_whose_side_is_mine_makes_no_difference_where_nothing_conflicts(
    one: list[tuple[str, dict[str, Any]]], other: list[tuple[str, dict[str, Any]]]
) -> None:
    ours, theirs = written_in(PLAN, one)[-1], written_in(PLAN, other)[-1]
    found = merge(PLAN, ours, theirs)
    if not found.conflicts and not found.renumbered:
        assert merge(PLAN, theirs, ours) == found


@given(SIDES, SIDES)
@settings(max_examples=80, deadline=None)
def test_nothing_that_either_side_says_is_lost_without_a_word(
    one: list[tuple[str, dict[str, Any]]], other: list[tuple[str, dict[str, Any]]]
) -> None:
    ours, theirs = written_in(PLAN, one)[-1], written_in(PLAN, other)[-1]
    found = merge(PLAN, ours, theirs)
    asked = {each.row for each in found.conflicts}
    for side, new in ((ours, found.renumbered), (theirs, {})):
        for each in side.activities:
            if each != PLAN.activity_by_uid.get(each.uid) and each.uid not in asked:
                kept = found.schedule.activity_by_uid[new.get(each.uid, each.uid)]
                assert (kept.name, kept.duration) == (each.name, each.duration) or kept.is_summary != each.is_summary
