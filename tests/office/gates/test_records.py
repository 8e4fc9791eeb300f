"""The record of a decision on its page and as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from office.gates.conftest import Gates
from plumbline.office.foundation.typeset import inputs
from plumbline.office.gates import actions, pdf
from plumbline.office.people.models import Person
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Kind

SignedIn = Callable[[Person], Client]
HOSTILE = '#read("/etc/passwd") <b> $x$ @y *z*'
made = pytest.mark.skipif(not pdf.can_be_made(), reason="needs the extra pdf")


def document(title: str = "Concept approval: Go") -> dict[str, object]:
    table = {"title": HOSTILE, "note": HOSTILE, "columns": ["A", "B"], "rows": [["1", HOSTILE]], "empty": ""}
    return {
        "title": title,
        "project": "Q1 Quay",
        "organisation": "Harbour Works",
        "decided_at": "2026-03-09T12:00:00+00:00",
        "reason": HOSTILE,
        "facts": [["Gate", HOSTILE]],
        "sections": [table, {**table, "rows": [], "empty": "None."}],
    }


@made
def test_it_is_a_tagged_pdf() -> None:
    made_of = pdf.pdf_of(document(), "ab" * 32)
    assert made_of.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made_of
    assert b"pdfuaid" in made_of


@made
def test_what_people_write_stays_text() -> None:
    import typst

    pdf.pdf_of(document(HOSTILE), "ab" * 32)
    data = {**document(HOSTILE), "digest": ""}
    given = inputs(data, datetime(2026, 3, 9, 12, tzinfo=UTC))
    title = typst.query(pdf.LAYOUT, "heading.where(level: 1)", field="body", one=True, sys_inputs=given)
    assert HOSTILE.replace('"', '\\"') in title


@made
def test_the_same_record_gives_the_same_bytes() -> None:
    assert pdf.pdf_of(document(), "ab" * 32) == pdf.pdf_of(document(), "ab" * 32)


@pytest.mark.django_db
def test_page_and_file_are_made_of_the_document_alone(gates: Gates, signed_in: SignedIn) -> None:
    decision = actions.decide(gates.ready(), by=gates.sponsor, outcome="go", reason=HOSTILE)
    gates.project.name = "Renamed"
    gates.project.save()
    client = signed_in(gates.manager)
    page = client.get(f"/o/harbour-works/gates/records/{decision.pk}/").content.decode()
    assert "Q1 Quay crossing" in page
    assert decision.digest in page
    assert "does not match" not in page
    answer = client.get(f"/o/harbour-works/gates/records/{decision.pk}/record.pdf")
    if pdf.can_be_made():
        assert answer.content == pdf.pdf_of(decision.document, decision.digest)
    else:
        assert answer.status_code == 404


@pytest.mark.django_db
def test_the_record_keeps_the_open_risks_of_the_day_heaviest_first(gates: Gates) -> None:
    for title, probability, impact in (("Rain", 2, 2), ("Strike", 4, 5)):
        add_entry(
            gates.project, Kind.RISK, by=gates.manager, title=title, owner=gates.manager,
            probability=probability, impact=impact,
        )  # fmt: skip
    decision = actions.decide(gates.ready(), by=gates.sponsor, outcome="go", reason="Ready.")
    sections = {each["title"]: each["rows"] for each in decision.document["sections"]}
    assert [(row[0].split(" ", 1)[1], row[1]) for row in sections["Risks"]] == [("Strike", "20"), ("Rain", "4")]
