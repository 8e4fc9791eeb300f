"""The pages of test runs, and the address that programs call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from office.test_runs.files import handed_in, junit
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import make_token
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import TestRun

pytestmark = pytest.mark.django_db
API = "/api/v1/test-runs/"


@pytest.fixture
def bearer(project: Project, mira: Person) -> str:
    _, secret = make_token(
        project, by=mira, name="Build server", scopes=["test_runs"], expires_on=(now() + timedelta(days=9)).date()
    )
    return f"Bearer {secret}"


def post(bearer: str, data: bytes = b"", **more: str) -> object:
    file = SimpleUploadedFile("r.xml", data)
    return Client().post(API, {"file": file, **more}, headers={"authorization": bearer})


def address(project: Project, name: str, *rest: object) -> str:
    return reverse(f"test_runs:{name}", args=[project.organisation.slug, project.pk, *rest])


def test_a_program_hands_in_a_run(bearer: str, project: Project, criteria: list[Criterion]) -> None:
    first = post(bearer, junit("test_ac1", "b:failure"), revision="abc")
    assert (first.status_code, first.json()["run"], first.json()["failed"]) == (201, 1, 1)
    again = post(bearer, junit("test_ac1", "b:failure"))
    assert (again.status_code, again.json()["new"], again.json()["revision"]) == (200, False, "abc")
    run = TestRun.objects.get()
    assert (run.token_name, run.revision) == ("Build server", "abc")


def test_the_bare_file_may_be_sent_as_well(bearer: str, project: Project) -> None:
    answer = Client().post(
        f"{API}?revision=x", junit("a"), content_type="application/xml", headers={"authorization": bearer}
    )
    assert (answer.status_code, answer.json()["revision"]) == (201, "x")


def test_what_is_wrong_is_said_with_what_to_do(bearer: str, project: Project) -> None:
    assert post("Bearer nonsense", junit("a")).status_code == 401
    assert Client().get(API).status_code == 405
    refused = post(bearer, b"<testsuite>")
    assert refused.status_code == 422
    assert refused.json()["error"].startswith("Line 1")
    form = Client().post(
        API, "a=b", content_type="application/x-www-form-urlencoded", headers={"authorization": bearer}
    )
    assert form.status_code == 415
    nothing = Client().post(API, {"revision": "x"}, headers={"authorization": bearer})
    assert (nothing.status_code, TestRun.objects.count()) == (422, 0)


def test_a_file_over_the_limit_is_refused(bearer: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plumbline.office.test_runs.actions.receiving.LARGEST_FILE", 10)
    assert post(bearer, junit("a")).status_code == 413


def test_the_pages_show_what_is_there(signed_in, mira: Person, project: Project, criteria: list[Criterion]) -> None:
    client = signed_in(mira)
    assert "No test run yet" in client.get(address(project, "list")).content.decode()
    handed_in(project, "test_ac1", "test_ac2", "spare", revision="abc")
    handed_in(project, "test_ac1", "test_ac2:failure", "spare", revision="abc")
    assert "Run 2" in client.get(address(project, "list")).content.decode()
    page = client.get(address(project, "run", 2)).content.decode()
    assert "test_ac2" in page
    assert "AC-2" in page
    assert "test_ac1" not in client.get(address(project, "run", 2) + "?status=red").content.decode()
    assert "Gate 1 opens" in client.get(address(project, "map")).content.decode()
    assert "test_ac2" in client.get(address(project, "flaky")).content.decode()
    assert b"test_ac2" in client.get(address(project, "results_csv", 2)).content
    assert b"".join(client.get(address(project, "original", 2)).streaming_content).startswith(b"<testsuite")


def test_a_person_hands_in_a_run(signed_in, mira: Person, project: Project) -> None:
    client = signed_in(mira)
    answer = client.post(address(project, "hand_in"), {"results": SimpleUploadedFile("r.xml", junit("a"))})
    assert answer["Location"] == address(project, "run", 1)
    refused = client.post(address(project, "hand_in"), {"results": SimpleUploadedFile("r.xml", b"hello")})
    assert "of no format that is read here" in refused.content.decode()


def test_pages_need_no_more_queries_for_more_results(
    signed_in, mira: Person, project: Project, criteria: list[Criterion], django_assert_max_num_queries
) -> None:
    client = signed_in(mira)
    for number in range(8):
        handed_in(project, "test_ac1", *(f"t{each}" for each in range(20)), revision=str(number))
    for name, rest in (("list", ()), ("run", (8,)), ("map", ()), ("flaky", ())):
        with django_assert_max_num_queries(24):
            client.get(address(project, name, *rest))
