"""The builder is filled in chapter by chapter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plumbline.office.mandate.chapters import CHAPTERS
from plumbline.office.mandate.models import Challenge, Mandate, Post
from plumbline.office.people.models import Organisation, Person
from plumbline.office.services.models import Service

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def test_every_chapter_opens_empty_and_full(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    for name, each in CHAPTERS.items():
        page = client.get(f"/o/{harbour.slug}/office/mandate/{name}/")
        assert page.status_code == 200
        assert each.title in page.content.decode()
    assert client.get(f"/o/{harbour.slug}/office/mandate/dessert/").status_code == 404


def test_what_is_saved_leads_on_to_the_next_chapter(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    at = f"/o/{harbour.slug}/office/mandate/"
    answer = signed_in(ada).post(f"{at}purpose/", {"own": "1", "purpose": "Calm water."})
    assert answer.headers["Location"] == f"{at}authority/"
    assert Mandate.objects.get(organisation=harbour).purpose == "Calm water."


def test_common_challenges_are_chosen_several_at_once(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    client, at = signed_in(ada), f"/o/{harbour.slug}/office/mandate/"
    client.post(f"{at}common/", {"keys": ["late_reports", "lessons_lost"]})
    assert Challenge.objects.filter(organisation=harbour).count() == 2
    page = client.get(f"{at}challenges/").content.decode()
    assert 'value="late_reports"' not in page
    assert 'value="risks_unwatched"' in page


def test_a_part_is_added_changed_and_removed_after_a_question(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client, at = signed_in(ada), f"/o/{harbour.slug}/office/mandate/"
    client.post(f"{at}people/", {"part": "1", "title": "Head", "heads": "1", "competencies": "Coaching: 3"})
    post = Post.objects.get()
    assert post.competencies == {"Coaching": 3}
    refused = client.post(f"{at}post/{post.pk}/", {"title": "Head", "heads": "1", "competencies": "Coaching: much"})
    assert "is no competency with a level" in refused.content.decode()
    client.post(f"{at}post/{post.pk}/", {"title": "Pilot", "heads": "2", "competencies": ""})
    post.refresh_from_db()
    assert (post.title, post.heads, post.competencies) == ("Pilot", 2, {})
    client.post(f"{at}post/{post.pk}/hold/", {"person": ada.pk, "share": "60", "levels": "Coaching: 2"})
    assert post.holders.get().share == 60
    client.post(f"{at}holders/{post.holders.get().pk}/leave/")
    assert not post.holders.exists()
    assert "Remove “Pilot”?" in client.get(f"{at}post/{post.pk}/remove/").content.decode()
    client.post(f"{at}post/{post.pk}/remove/")
    assert not Post.objects.exists()


def test_services_answer_challenges(
    harbour: Organisation, ada: Person, written: Challenge, signed_in: SignedIn
) -> None:
    client, at = signed_in(ada), f"/o/{harbour.slug}/office/mandate/"
    service = Service.objects.create(organisation=harbour, title="Chasing")
    client.post(f"{at}answer/", {"challenge": written.pk, "service": service.pk, "how": "By phone"})
    assert "By phone" in client.get(f"{at}services/").content.decode()
    client.post(f"{at}answers/{service.answers.get().pk}/remove/")
    assert not service.answers.exists()


def test_nothing_of_another_organisation_can_be_reached(
    northern: Organisation, olav: Person, written: Challenge, signed_in: SignedIn
) -> None:
    at = f"/o/{northern.slug}/office/mandate/"
    client = signed_in(olav)
    assert client.get(f"{at}challenge/{written.pk}/").status_code == 404
    assert client.post(f"{at}challenge/{written.pk}/remove/").status_code == 404
    assert client.post(f"{at}answers/{written.answers.get().pk}/remove/").status_code == 404
    assert client.get(f"/o/{written.organisation.slug}/office/").status_code == 404
