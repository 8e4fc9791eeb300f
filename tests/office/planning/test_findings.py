"""While somebody writes, the linter speaks: by row, with the lesson, and with suggestions that are one edit each."""

from __future__ import annotations

import pytest

from office.planning.conftest import Sent
from plumbline.office.people.models import Organisation
from plumbline.office.planning.models import PlanDraft
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db


@pytest.fixture
def standard(harbour: Organisation) -> None:
    publish_builtin(harbour, "predictive", by=None)


def rules_of(told: dict[str, list[dict[str, str]]], row: str) -> set[str]:
    return {each["rule"] for each in told.get(row, [])}


def test_offenders_are_told_by_row_with_their_lesson(draft: PlanDraft, send: Sent, standard: None) -> None:
    send("do", edit="unlink", predecessor="2", successor="3", revision=0)
    found = send("findings").json()
    assert found["revision"] == 1
    assert "missing_logic" in rules_of(found["rows"], "3")
    told = next(each for each in found["rows"]["3"] if each["rule"] == "missing_logic")
    assert (told["title"], told["severity"]) == ("Missing logic", "major")
    assert told["lesson"].startswith("/o/harbour-works/learning/courses/")
    assert all({"rule", "title", "sentence"} == each.keys() for each in found["plan"])


def test_a_suggestion_is_carried_out_as_one_edit(draft: PlanDraft, send: Sent, standard: None) -> None:
    send("do", edit="unlink", predecessor="2", successor="3", revision=0)
    told = next(each for each in send("findings").json()["rows"]["3"] if each["rule"] == "missing_logic")
    assert told["mends"]
    chosen = told["mends"][0]
    sent = {"edit": "mend", "rule": "missing_logic", "row": "3", "choice": chosen["choice"], "revision": 1}
    assert chosen["title"] in send("do", **sent).json()["words"]
    assert "missing_logic" not in rules_of(send("findings").json()["rows"], "3")


def test_without_a_standard_nothing_is_found(send: Sent) -> None:
    assert send("findings").json() == {"revision": 0, "rows": {}, "plan": []}
