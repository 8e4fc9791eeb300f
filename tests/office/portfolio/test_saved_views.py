"""A person keeps a filtered page under a name, shares it, and removes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from office.portfolio.conftest import Quays
from plumbline.office.people.models import Membership, Person
from plumbline.office.portfolio import actions
from plumbline.office.portfolio.models import SavedView
from plumbline.office.portfolio.saved_views import saved_views

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/portfolio"


def save(client: Client, name: str, **given: str) -> object:
    return client.post(
        f"{HOME}/views/save/", {"name": name, "page": "heat_map", "query": "show=projects&page=3", **given}
    )


def member(person: Person) -> Membership:
    return person.memberships.get()


def test_a_view_is_a_link_above_its_page(quays: Quays, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    answer = client.post(f"{HOME}/views/save/", {"name": "Mine", "page": "heat_map", "query": "show=projects&page=3"})
    assert answer["Location"] == f"{HOME}/heat-map/?show=projects"
    assert f'<a href="{HOME}/heat-map/?show=projects">Mine</a>' in client.get(f"{HOME}/heat-map/").content.decode()
    assert "Mine" not in client.get(f"{HOME}/timeline/").content.decode()


def test_only_what_is_shared_is_seen_by_others_and_only_its_owner_or_the_office_removes_it(
    quays: Quays, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    save(signed_in(ada), "Hidden")
    save(signed_in(ada), "Shown", is_shared="on")
    assert [each.name for each in saved_views(member(mira), "heat_map").views] == ["Shown"]
    hidden, shown = SavedView.objects.order_by("name")
    client = signed_in(mira)
    assert client.post(f"{HOME}/views/{hidden.pk}/remove/").status_code == 404
    assert client.post(f"{HOME}/views/{shown.pk}/remove/").status_code == 403
    save(client, "Of Mira", is_shared="on")
    assert signed_in(ada).post(f"{HOME}/views/{SavedView.objects.get(name='Of Mira').pk}/remove/").status_code == 302
    assert SavedView.objects.count() == 2


def test_a_name_that_one_has_already_is_replaced(quays: Quays, ada: Person, signed_in: SignedIn) -> None:
    save(signed_in(ada), "Mine")
    save(signed_in(ada), "Mine", query="watermelons=1")
    assert SavedView.objects.get().query == "watermelons=1"


def test_nobody_keeps_more_views_than_the_limit(
    quays: Quays, ada: Person, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_VIEWS", 1)
    save(signed_in(ada), "One")
    answer = signed_in(ada).post(f"{HOME}/views/save/", {"name": "Two", "page": "heat_map", "query": ""})
    assert "Remove one first" in answer.content.decode()


def test_a_page_that_does_not_exist_cannot_be_saved(quays: Quays, ada: Person, signed_in: SignedIn) -> None:
    answer = signed_in(ada).post(f"{HOME}/views/save/", {"name": "Odd", "page": "//elsewhere.example", "query": ""})
    assert answer.status_code == 200
    assert not SavedView.objects.exists()
