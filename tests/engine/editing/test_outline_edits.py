"""Rows come under others, out of them and to other places, and take with them what is theirs."""

from __future__ import annotations

from engine.editing.typed import edited, outline, plan, refusal, row, written
from plumbline.engine.schedule import ActivityKind, Link


def test_a_row_comes_under_the_row_above_it_which_becomes_a_summary() -> None:
    after = edited(plan(), "indent", rows=["2", "3"])
    assert outline(after) == {"1": None, "2": "1", "3": "1", "4": None}
    assert row(after, "1").kind is ActivityKind.SUMMARY


def test_a_row_that_comes_out_follows_on_its_summary_and_takes_nothing_else_along() -> None:
    after = edited(edited(plan(), "indent", rows=["2", "3"]), "outdent", rows=["2"])
    assert outline(after) == {"1": None, "3": "1", "2": None, "4": None}


def test_a_summary_without_rows_is_work_of_a_day_again() -> None:
    nested = edited(plan(), "indent", rows=["2"])
    assert edited(nested, "outdent", rows=["2"]) == plan()


def test_what_is_on_top_cannot_come_out() -> None:
    assert "top level" in str(refusal(plan(), "outdent", rows=["2"]))


def test_rows_move_before_after_and_under_others() -> None:
    assert list(outline(edited(plan(), "move", rows=["4"], before="1"))) == ["4", "1", "2", "3"]
    assert list(outline(edited(plan(), "move", rows=["1"], after="3"))) == ["2", "3", "1", "4"]
    assert outline(edited(plan(), "move", rows=["1", "2"], under="4")) == {"3": None, "4": None, "1": "4", "2": "4"}


def test_a_summary_moves_with_all_that_is_under_it() -> None:
    nested = edited(plan(), "indent", rows=["2"])
    assert outline(edited(nested, "move", rows=["1"], after="4")) == {"3": None, "4": None, "1": None, "2": "1"}


def test_nothing_moves_into_itself() -> None:
    nested = edited(plan(), "indent", rows=["2"])
    assert "into what is under them" in str(refusal(nested, "move", rows=["1"], under="2"))
    assert "only one of these" in str(refusal(plan(), "move", rows=["1"], under="2", after="3"))


def test_a_link_to_the_summary_that_a_row_comes_into_goes() -> None:
    linked = written(plan(), "2", predecessors="1")
    linked = written(linked, "3", predecessors="1; 2")
    assert edited(linked, "indent", rows=["2"]).links == (Link("1", "3"), Link("2", "3"))


def test_links_stand_in_the_order_of_the_rows_wherever_these_go() -> None:
    linked = written(written(plan(), "3", predecessors="1"), "2", predecessors="1")
    assert linked.links == (Link("1", "2"), Link("1", "3"))
    assert edited(linked, "move", rows=["3"], before="2").links == (Link("1", "3"), Link("1", "2"))


def test_removed_rows_take_their_links_and_owners_with_them() -> None:
    linked = written(plan(), "2", predecessors="1", owner="Ann")
    after = edited(linked, "remove", rows=["2"])
    assert (after.links, after.assignments) == ((), ())
    assert after.resources == ()
