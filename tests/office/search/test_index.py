"""The index follows what happens, and never stays wrong."""

from __future__ import annotations

import pytest

from office.search.conftest import Find
from plumbline.office.people.actions import edit_person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_project, edit_programme
from plumbline.office.projects.models import Programme, Project
from plumbline.office.search.actions import indexing
from plumbline.office.search.catalogue import subjects
from plumbline.office.search.jobs import index_what_changed
from plumbline.office.search.models import IndexState, SearchDocument
from web.whole_office import Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def settled(office: Office) -> Office:
    """The worker has swept before, so that from here on it follows."""
    index_what_changed()
    return office


def documents() -> set[tuple[str, int, str, str]]:
    return set(SearchDocument.objects.values_list("subject", "source_id", "part", "digest"))


def test_the_first_sweep_finds_all_there_is(office: Office, find: Find) -> None:
    everything = documents()
    SearchDocument.objects.all().delete()
    IndexState.objects.all().delete()
    assert find("quay") == []
    index_what_changed()
    assert documents() == everything


def test_what_an_action_did_is_found_with_the_next_sweep(
    settled: Office, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the round is far away."""
    monkeypatch.setattr(indexing, "ROWS_PER_BATCH", 1)
    place = Project.objects.get(code="QUAY-1").portfolio
    for number in range(5):
        create_project(settled.organisation, by=None, code=f"J-{number}", name=f"Jetty {number}", portfolio=place)
    index_what_changed()
    assert len(find("jetty", subject="projects")) == 5


def test_what_is_called_otherwise_now_is_found_by_its_new_name_only(settled: Office, find: Find) -> None:
    edit_person(settled.people[Role.GUEST], by=None, name="Ottilie Fender", time_zone="")
    index_what_changed()
    assert find("ottilie", subject="people") == ["Ottilie Fender"]
    assert find("guest of quay", subject="people") == []


def test_a_project_follows_the_name_of_its_programme(settled: Office, find: Find) -> None:
    edit_programme(Programme.objects.get(), by=None, name="Broad moles", purpose="")
    index_what_changed()
    assert find("broad moles", subject="projects") == ["Quay crossing"]


def test_what_no_audit_line_tells_of_is_found_by_the_round(settled: Office, find: Find) -> None:
    Project.objects.filter(code="QUAY-2").update(name="Dolphin")
    index_what_changed()
    assert find("dolphin") == ["Dolphin"]


def test_what_is_gone_is_taken_out_by_the_round(settled: Office) -> None:
    SearchDocument.objects.filter(subject="projects", reference="QUAY-1").update(source_id=10**9)
    index_what_changed()
    assert not SearchDocument.objects.filter(source_id=10**9).exists()
    assert SearchDocument.objects.filter(subject="projects").count() == 2


def test_a_round_in_small_batches_comes_to_the_same(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = documents()
    SearchDocument.objects.filter(subject__in=["projects", "people"]).delete()
    SearchDocument.objects.filter(subject="requests").update(digest="wrong", title="Wrong")
    monkeypatch.setattr(indexing, "ROWS_PER_BATCH", 2)
    for subject in subjects().values():
        while not indexing.go_round(subject):
            pass
    assert documents() == everything


def test_sweeping_again_writes_nothing(settled: Office) -> None:
    before = list(SearchDocument.objects.order_by("pk").values_list("pk", "digest"))
    index_what_changed()
    assert list(SearchDocument.objects.order_by("pk").values_list("pk", "digest")) == before


def test_every_subject_says_who_may_find_it(office: Office) -> None:
    for subject in subjects().values():
        for row in subject.rows():
            for told in subject.tell(row):
                assert told.title
                assert told.permission or told.person_id
