"""Results of other systems: read row by row, taken in once, and never taken for our own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from office.academy.conftest import signed_in
from plumbline.engine.course import Course
from plumbline.office.academy import actions
from plumbline.office.academy.elsewhere.reading import preview
from plumbline.office.academy.models import Certificate, ElsewhereFile, ElsewhereResult, Reading
from plumbline.office.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
TABLE = """\
E-mail;Course;Date;Score;Passed
bo.reed@harbour-works.example;Links;13/03/2026;80 %;yes
BO.REED@harbour-works.example;Work that leads nowhere;14/03/2026;;
nobody@else.example;Links;14/03/2026;50;no
bo.reed@harbour-works.example;;14/03/2026;140;perhaps
bo.reed@harbour-works.example;Welding;01/01/2099;;
bo.reed@harbour-works.example;Welding;;;
"""


def kept(harbour: Organisation, ada: Person, content: str | bytes, name: str = "results.csv") -> ElsewhereFile:
    content = content.encode() if isinstance(content, str) else content
    return actions.keep_results(harbour, by=ada, name=name, source="Moodle", content=content)


def statement(verb: str = "passed", **others: Any) -> dict[str, Any]:
    return {
        "id": "7f1c8f1e-0000-4000-8000-000000000001",
        "actor": {"mbox": "mailto:bo.reed@harbour-works.example"},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": {"id": "https://learn.example/courses/links/open_ends"},
        "result": {"score": {"scaled": 0.85}},
        "timestamp": "2026-03-13T23:30:00Z",
    } | others


def test_a_table_is_read_row_by_row_and_says_what_is_wrong(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    found = preview(kept(harbour, ada, TABLE))
    assert [(each.course, each.lesson) for each in found.new] == [("links", ""), ("links", "open_ends")]
    assert [each.told.percent for each in found.new] == [80, None]
    told = {(each.place, each.column) for each in found.problems}
    assert told == {
        ("row 4", "E-mail"), ("row 5", "Course"), ("row 5", "Score"), ("row 5", "Passed"), ("row 6", "Date"),
        ("row 7", "Date"),
    }  # fmt: skip


def test_results_are_taken_in_once_however_often_they_come(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    first = kept(harbour, ada, TABLE)
    with pytest.raises(ValidationError, match="4 rows cannot be read"):
        actions.take_in_results(first, by=ada, all_or_none=True)
    assert actions.take_in_results(first, by=ada, all_or_none=False) == 2
    assert actions.take_in_results(first, by=ada, all_or_none=False) == 0
    again = kept(harbour, ada, TABLE + TABLE.splitlines()[1])
    assert preview(again).known == 3
    assert actions.take_in_results(again, by=ada, all_or_none=False) == 0
    assert ElsewhereResult.objects.count() == 2
    first.refresh_from_db()
    assert bytes(first.content) == b"-"


def test_statements_are_read_and_other_verbs_are_passed_over(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    others = [
        statement("failed", id="", result={"success": True}),
        statement("experienced"),
        statement("scored", id="", result={"score": {"scaled": -0.5}}),
        statement("completed", id="", timestamp="yesterday"),
        "no statement",
        statement("passed"),
    ]
    found = preview(kept(harbour, ada, json.dumps([statement(), *others]), "statements.json"))
    one, two = found.new
    assert (one.told.percent, one.told.passed, one.lesson, str(one.told.on)) == (85, True, "open_ends", "2026-03-13")
    assert (two.told.passed, two.told.percent) == (True, None)
    assert found.known == 1
    assert {each.column for each in found.problems} == {"result.score.scaled", "timestamp"}
    assert "2 passed over" in found.remarks[1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[" * 100_000, "no JSON"),
        (b'{"statements": 3}', "a list of xAPI statements"),
        (json.dumps([{}] * 2001).encode(), "more than 2,000"),
        (b"[" + b" " * 2_000_000, "larger than 2 MB"),
        (b"Name,Course\nBo,Links\n", "no column for: E-mail, Date"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(harbour: Organisation, ada: Person, content: bytes, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        kept(harbour, ada, content)
    assert not ElsewhereFile.objects.exists()


def test_it_is_shown_as_from_elsewhere_and_finishes_nothing_here(
    harbour: Organisation, course: Course, ada: Person, bo: Person
) -> None:
    there = f"/o/{harbour.slug}/learning/elsewhere/"
    table = SimpleUploadedFile("results.csv", TABLE.encode())
    page = signed_in(ada).post(there, {"file": table, "source": "Moodle"}, follow=True)
    assert "What cannot be read" in page.content.decode()
    one = f"{there}{ElsewhereFile.objects.get().pk}/"
    signed_in(ada).post(one)
    assert not ElsewhereResult.objects.exists()
    page = signed_in(ada).post(one, {"go": "good"}, follow=True)
    assert "2 results are added" in page.content.decode()
    assert "from Moodle" in signed_in(bo).get(f"/o/{harbour.slug}/learning/").content.decode()
    assert "From elsewhere (2)" in signed_in(ada).get(f"/o/{harbour.slug}/learning/learners/").content.decode()
    assert not Certificate.objects.exists()
    assert not Reading.objects.exists()


def test_who_may_hand_in(harbour: Organisation, course: Course, ada: Person, bo: Person, olav: Person) -> None:
    one = f"/o/{harbour.slug}/learning/elsewhere/{kept(harbour, ada, TABLE).pk}/"
    assert "does not allow" in signed_in(bo).post(one, {"go": "good"}).content.decode()
    assert signed_in(olav).get(one).status_code == 404
    assert not ElsewhereResult.objects.exists()


def test_a_result_is_never_changed(harbour: Organisation, course: Course, ada: Person, bo: Person) -> None:
    actions.take_in_results(kept(harbour, ada, TABLE), by=ada, all_or_none=False)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ElsewhereResult.objects.update(passed=True)
