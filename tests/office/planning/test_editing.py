"""Edits of a draft through its addresses: done once, kept at once, taken back exactly."""

from __future__ import annotations

import pytest

from office.planning.conftest import Sent
from plumbline.office.planning.models import DraftEdit, PlanDraft

pytestmark = pytest.mark.django_db


def test_the_grid_has_every_row_with_its_dates(send: Sent) -> None:
    grid = send("rows").json()
    assert grid["revision"] == 0
    assert grid["order"] == ["1", "2", "3", "4"]
    roof = grid["rows"][3]
    assert (roof["name"], roof["level"], roof["parent"], roof["duration"]) == ("Roof", 2, "1", "5d")
    assert (roof["start"], roof["finish"], roof["predecessors"]) == ("2026-03-16T08:00", "2026-03-20T17:00", "3")
    assert roof["links"] == [["3", "FS", ""]]
    assert grid["rows"][0]["finish"] == "2026-03-20T17:00"
    assert grid["head"]["finish"] == "2026-03-20T17:00"
    assert (grid["head"]["undo"], grid["head"]["problem"], grid["head"]["non_working"]) == (None, "", [5, 6])


def test_an_edit_is_answered_with_what_it_changed(send: Sent) -> None:
    told = send("do", edit="add", revision=0, names="Garden", after="4").json()
    assert told["revision"] == 1
    assert [row["name"] for row in told["rows"]] == ["Garden"]
    assert told["order"] == ["1", "2", "3", "4", "5"]
    assert told["removed"] == []
    assert told["head"]["undo"] == told["words"]


def test_undo_and_redo_lead_back_and_forward_exactly(send: Sent, draft: PlanDraft) -> None:
    before = send("rows").json()
    send("do", edit="add", revision=0, names="Garden", after="4")
    with_garden = send("rows").json()
    removed = send("do", edit="remove", revision=1, rows="2").json()
    assert removed["removed"] == ["2"]
    assert send("undo", revision=2).json()["revision"] == 3
    assert send("rows").json()["rows"] == with_garden["rows"]
    last = send("undo", revision=3).json()
    assert last["removed"] == ["5"]
    assert send("rows").json()["rows"] == before["rows"]
    assert last["head"]["undo"] is None
    assert last["head"]["redo"]
    again = send("redo", revision=4).json()
    assert [row["name"] for row in again["rows"]] == ["Garden"]
    assert send("rows").json()["rows"] == with_garden["rows"]
    assert send("redo", revision=5).json()["removed"] == ["2"]
    assert send("redo", revision=6).status_code == 422
    draft.refresh_from_db()
    assert draft.revision == DraftEdit.objects.count() == 6


def test_a_new_edit_leaves_nothing_to_do_again(send: Sent) -> None:
    send("do", edit="add", revision=0, names="Garden")
    send("undo", revision=1)
    assert send("do", edit="add", revision=2, names="Fence").json()["head"]["redo"] is None
    assert send("redo", revision=3).status_code == 422


def test_the_same_request_sent_twice_is_done_once_and_answered_alike(send: Sent) -> None:
    asked = {"edit": "add", "revision": 0, "names": "Garden", "key": "a1"}
    first = send("do", **asked)
    send("do", edit="remove", revision=1, rows="2")
    assert send("do", **asked).json() == first.json()
    assert DraftEdit.objects.count() == 2


def test_a_key_that_comes_again_with_something_else_is_another_request(send: Sent) -> None:
    send("do", edit="add", revision=0, names="Garden", key="a1")
    assert send("do", edit="add", revision=1, names="Fence", key="a1").json()["revision"] == 2


def test_what_cannot_be_done_is_refused_with_its_place_and_changes_nothing(send: Sent) -> None:
    answer = send("do", edit="indent", revision=0, rows="1")
    assert answer.status_code == 422
    assert answer.json()["row"] == "1"
    assert send("do", edit="fly", revision=0).json()["message"] == "There is no edit 'fly'."
    assert send("do", edit="add", names="Garden").status_code == 422
    assert send("rows").json()["revision"] == 0
