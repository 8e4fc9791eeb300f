"""The page of archives and of deletion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plumbline.office.archive.actions import ask_for_archive, make_archive
from plumbline.office.archive.models import Archive
from plumbline.office.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
PAGE = "/o/harbour-works/settings/archive/"
SignedIn = Callable[[Person], Client]


def test_the_page_says_what_to_do_when_there_is_no_archive(ada: Person, signed_in: SignedIn) -> None:
    said = signed_in(ada).get(PAGE).content.decode()
    assert "No archive yet" in said
    assert "Delete the organisation" in said


def test_the_settings_lead_there(ada: Person, signed_in: SignedIn) -> None:
    assert PAGE in signed_in(ada).get("/o/harbour-works/settings/").content.decode()


def test_the_page_asks_the_database_as_often_for_many_archives_as_for_one(
    harbour: Organisation, ada: Person, signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    client = signed_in(ada)
    Archive.objects.create(organisation=harbour, asked_by=ada, due_at=None)
    client.get(PAGE)
    with django_assert_num_queries(8) as asked:  # type: ignore[attr-defined]
        client.get(PAGE)
    for _ in range(10):
        Archive.objects.create(organisation=harbour, asked_by=ada, due_at=None)
    with django_assert_num_queries(len(asked)):  # type: ignore[attr-defined]
        client.get(PAGE)


def test_while_one_is_made_the_page_says_how_far_it_is_and_offers_no_second(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    archive = ask_for_archive(harbour, by=ada)
    Archive.objects.filter(pk=archive.pk).update(done=3, parts=10)
    part = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    assert "Parts written" in part
    assert "hx-trigger" in part
    assert "is being made already" in client.post(f"{PAGE}make/", follow=True).content.decode()


def test_one_that_stopped_three_times_says_so(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    archive = ask_for_archive(harbour, by=ada)
    Archive.objects.filter(pk=archive.pk).update(attempts=3)
    make_archive(archive.pk)
    assert "It stopped three times" in signed_in(ada).get(PAGE).content.decode()


def test_two_workers_make_one_archive_once(harbour: Organisation, ada: Person) -> None:
    archive = ask_for_archive(harbour, by=ada)
    make_archive(archive.pk)
    make_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.attempts, archive.is_there, archive.pieces.count()) == (1, True, 1)
