"""Two windows of one draft: what both do is put together, and nobody writes over what they have not seen."""

from __future__ import annotations

import pytest

from office.planning.conftest import Sent
from plumbline.office.planning.actions import begin, discard
from plumbline.office.planning.models import DraftEdit, PlanDraft

pytestmark = pytest.mark.django_db


def test_edits_of_different_rows_are_both_kept(send: Sent) -> None:
    assert send("do", edit="set", rows="2", field="name", value="Earth", revision=0).status_code == 200
    assert send("do", edit="set", rows="4", field="name", value="Thatch", revision=0).json()["revision"] == 2
    names = [row["name"] for row in send("rows").json()["rows"]]
    assert names == ["Build", "Earth", "Walls", "Thatch"]


def test_an_edit_of_a_row_that_another_window_changed_is_refused_with_both_versions(send: Sent) -> None:
    send("do", edit="set", rows="2", field="name", value="Earth", revision=0)
    answer = send("do", edit="set", rows="2", field="duration", value="9d", revision=0)
    assert answer.status_code == 409
    told = answer.json()
    assert told["revision"] == 1
    assert (told["mine"]["duration"], [row["name"] for row in told["theirs"]]) == ("9d", ["Earth"])
    assert DraftEdit.objects.count() == 1
    assert send("do", edit="set", rows="2", field="duration", value="9d", revision=1).status_code == 200


def test_a_row_that_another_window_removed_is_a_conflict_too(send: Sent) -> None:
    send("do", edit="remove", rows="4", revision=0)
    answer = send("do", edit="set", rows="4", field="name", value="Thatch", revision=0)
    assert (answer.status_code, answer.json()["theirs"]) == (409, [])


def test_links_into_one_row_are_a_conflict(send: Sent) -> None:
    send("do", edit="set", rows="4", field="predecessors", value="2", revision=0)
    assert send("do", edit="unlink", predecessor="3", successor="4", revision=0).status_code == 409


def test_a_step_back_that_would_take_what_was_not_seen_is_refused(send: Sent) -> None:
    send("do", edit="set", rows="2", field="name", value="Earth", revision=0)
    answer = send("undo", revision=0)
    assert (answer.status_code, answer.json()["theirs"][0]["name"]) == (409, "Earth")


def test_a_draft_that_has_ended_answers_with_gone(send: Sent, draft: PlanDraft) -> None:
    discard(draft, by=draft.author)
    assert send("rows").status_code == 410
    assert send("do", edit="remove", rows="4", revision=0).status_code == 410
    other = begin(draft.project, by=draft.author)
    assert send("do", edit="remove", rows="4", revision=0, draft=draft.pk).status_code == 410
    assert send("do", edit="remove", rows="4", revision=0, draft=other.pk).status_code == 200


def test_a_page_that_has_seen_more_than_there_is_is_about_another_draft(send: Sent) -> None:
    assert send("do", edit="remove", rows="4", revision=7).status_code == 410
