"""The pages of evidence: four people, files that come and go, and as few queries with many rows as with few."""

from __future__ import annotations

import io
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from office.conftest import Enrol
from office.manual_evidence.conftest import NOW, PNG, Look, client_of, run
from plumbline.office.acceptance.models import Criterion
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import EvidenceWithdrawal, ManualEvidence


def at(criterion: Criterion, end: str = "") -> str:
    return f"/o/harbour-works/projects/{criterion.project_id}/acceptance/criteria/{criterion.pk}/{end}"


def sent(**more: Any) -> dict[str, Any]:
    said = {"verdict": "passed", "subject": "Seam 4", "method": "inspection", "looked_on": f"{NOW:%Y-%m-%d}"}
    return said | {"text": "1"} | more


def read(person: Person, path: str, **more: Any) -> str:
    return unescape(client_of(person).get(path, **more).content.decode())


def test_from_the_criterion_to_evidence_with_a_photo_and_back(
    project: Project, criteria: list[Criterion], tess: Person
) -> None:
    client = client_of(tess)
    assert at(criteria[0], "evidence/") in client.get(at(criteria[0])).content.decode()
    assert "Look at it, and say here what you saw" in read(tess, at(criteria[0], "evidence/"))
    form = read(tess, at(criteria[0], "evidence/give/"))
    assert 'value="2026-03-02"' in form
    assert '<option value="inspection" selected>' in form

    photo = SimpleUploadedFile("seam.png", PNG, "text/html")
    page = client.post(at(criteria[0], "evidence/give/"), sent(note="0.3 mm", file=photo), follow=True)
    told = unescape(page.content.decode())
    for words in ("Evidence 1 of AC-1 counts from now on.", "by what Tess saw on 2 March 2026", "seam.png", "0.3 mm"):
        assert words in told, words

    given = ManualEvidence.objects.get()
    file = client.get(at(criteria[0], f"evidence/{given.pk}/file/"))
    assert file.content == PNG
    assert file["Content-Type"] == "image/png"
    assert file["Content-Disposition"] == 'attachment; filename="seam.png"'
    assert file["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("photo.png", b"<html><script>alert(1)</script>", "By its content this is no kind that is taken"),
        ("photo.png", b'<svg onload="alert(1)"/>', "By its content this is no kind that is taken"),
        ("photo.png", b"", "This file is empty"),
        ("photo.png", PNG + b"\0" * 10 * 1024**2, "larger than 10 MB"),
    ],
)
def test_a_hostile_file_is_told_where_it_was_chosen_and_nothing_is_kept(
    criteria: list[Criterion], tess: Person, name: str, data: bytes, words: str
) -> None:
    page = client_of(tess).post(at(criteria[0], "evidence/give/"), sent(file=SimpleUploadedFile(name, data)))
    assert page.status_code == 200
    assert words in unescape(page.content.decode())
    assert "Seam 4" in page.content.decode()
    assert not ManualEvidence.objects.exists()


def test_four_people(
    harbour: Organisation, criteria: list[Criterion], look: Look, tess: Person, olav: Person, enrol: Enrol
) -> None:
    """Who may, who only reads, who may not though of the same organisation, and a stranger."""
    given = look(filename="seam.png", data=PNG)
    reader, guest = enrol(harbour, Role.TEAM_MEMBER, "Reader").person, enrol(harbour, Role.GUEST).person
    ends = ("evidence/", f"evidence/{given.pk}/file/", "evidence/give/", f"evidence/{given.pk}/withdraw/")
    found = {
        who: [client_of(who).get(at(criteria[0], end)).status_code for end in ends]
        for who in (tess, reader, guest, olav)
    }
    assert list(found.values()) == [[200] * 4, [200, 200, 403, 403], [403] * 4, [404] * 4]
    for who in (reader, guest, olav):
        client_of(who).post(at(criteria[0], ends[2]), sent(subject="Another seam"))
        client_of(who).post(at(criteria[0], ends[3]), {"because": "Why not."})
    assert ManualEvidence.objects.count() == 1
    assert not EvidenceWithdrawal.objects.exists()
    assert "Say what you saw" not in read(reader, at(criteria[0], ends[0]))
    assert client_of(tess).get(at(criteria[1], ends[1])).status_code == 404  # of another criterion


def test_an_empty_form_changes_nothing(criteria: list[Criterion], look: Look, tess: Person) -> None:
    given = look()
    for end in ("evidence/give/", f"evidence/{given.pk}/withdraw/"):
        assert client_of(tess).post(at(criteria[0], end), {}).status_code == 200
    assert ManualEvidence.objects.count() == 1
    assert not EvidenceWithdrawal.objects.exists()


def test_a_mistake_is_withdrawn_on_its_page(criteria: list[Criterion], look: Look, tess: Person) -> None:
    given = look("failed")
    client = client_of(tess)
    page = client.post(at(criteria[0], f"evidence/{given.pk}/withdraw/"), {"because": "Another seam."}, follow=True)
    told = unescape(page.content.decode())
    assert "Evidence 1 of AC-1 counts no more." in told
    assert "Another seam." in told
    assert "Nobody has looked, and no test is for it." in told


def test_the_trace_matrix_names_method_person_day_and_file(
    project: Project, criteria: list[Criterion], look: Look, tess: Person
) -> None:
    run(project, "-", "")
    look(filename="seam.png", data=PNG, revision="Lot 7")
    path = f"/o/harbour-works/projects/{project.pk}/acceptance/trace"
    page = " ".join(read(tess, f"{path}/").split())
    for words in ("Inspection</a> by Tess: passed", "2 Mar 2026", "seam.png</a>"):
        assert words in page, words
    lines = read(tess, f"{path}.csv").lstrip("\ufeff").splitlines()
    link = f"http://testserver{at(criteria[0], f'evidence/{ManualEvidence.objects.get().pk}/file/')}"
    assert f"Inspection by a person,Seam 4,,Passed,,2026-03-02,Lot 7,Tess,seam.png,{link}" in lines[1]
    assert "Automated test,test_ac2_it" in lines[2]
    book = client_of(tess).get(f"{path}.xlsx")
    rows = list(load_workbook(io.BytesIO(book.content)).active.iter_rows(values_only=True))
    assert [row[14] for row in rows[1:]] == ["Tess", ""]


def test_pages_ask_the_database_the_same_however_much_was_seen(
    project: Project, criteria: list[Criterion], look: Look, tess: Person
) -> None:
    client = client_of(tess)
    pages = (at(criteria[0], "evidence/"), f"/o/harbour-works/projects/{project.pk}/acceptance/trace/")

    def counted() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as made:
                assert client.get(page).status_code == 200
            found.append(len(made))
        return found

    look()
    look(of=criteria[1])
    counted()
    few = counted()
    for number in range(20):
        look("failed" if number % 2 else "passed", of=criteria[number % 2], note=f"Look {number}")
    assert counted() == few
    assert few[0] <= 22
