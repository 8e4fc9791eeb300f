"""Links are made, changed and taken away one by one or in a cell, from both ends."""

from __future__ import annotations

import pytest

from engine.editing.typed import cell, edited, plan, refusal, written
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.schedule import Link, LinkKind

SS = LinkKind.START_START


def test_a_link_is_made_with_its_kind_and_lag() -> None:
    after = edited(plan(), "link", predecessor="1", successor="2", kind="SS", lag="-1d")
    assert after.links == (Link("1", "2", SS, -480),)
    assert edited(plan(), "link", predecessor="1", successor="2", lag="3ed").links[0].elapsed


def test_a_link_takes_the_place_of_one_of_its_kind_only() -> None:
    two = edited(written(plan(), "2", predecessors="1; 1SS+2d"), "link", predecessor="1", successor="2", kind="SS")
    assert two.links == (Link("1", "2"), Link("1", "2", SS))


def test_all_links_between_two_rows_go_or_those_of_a_kind() -> None:
    two = written(plan(), "2", predecessors="1; 1SS+2d")
    assert edited(two, "unlink", predecessor="1", successor="2").links == ()
    assert edited(two, "unlink", predecessor="1", successor="2", kind="FS").links == (Link("1", "2", SS, 960),)
    assert "no such link" in str(refusal(two, "unlink", predecessor="2", successor="1"))


def test_predecessors_and_successors_are_the_same_links() -> None:
    before = written(written(plan(), "2", predecessors="1SS+2d"), "3", predecessors="2")
    assert cell(before, "1", "successors") == "2SS+2d"
    assert written(before, "1", successors="3; 4FF") == edited(
        edited(edited(before, "unlink", predecessor="1", successor="2"), "link", predecessor="1", successor="3"),
        "link",
        predecessor="1",
        successor="4",
        kind="FF",
    )


def test_a_lag_in_percent_is_of_the_predecessor() -> None:
    assert written(written(plan(), "1", duration="10d"), "2", predecessors="1SS+50%").links[0].lag == 2400


@pytest.mark.parametrize("ends", [("1", "1"), ("1", "2"), ("2", "1")])
def test_no_row_waits_for_itself_or_for_what_is_in_it(ends: tuple[str, str]) -> None:
    nested = edited(plan(), "indent", rows=["2"])
    refused = refusal(nested, "link", predecessor=ends[0], successor=ends[1])
    assert (refused.row, refused.field) == (ends[1], "predecessors")


def test_a_loop_can_be_written_and_then_has_no_dates() -> None:
    after = written(written(plan(), "2", predecessors="1"), "1", predecessors="2")
    assert calculated(after) is None


def test_a_lag_that_is_none_is_refused_at_its_field() -> None:
    refused = refusal(plan(), "link", predecessor="1", successor="2", lag="soon")
    assert (refused.field, "2d, -1d or 3ed" in str(refused)) == ("lag", True)
