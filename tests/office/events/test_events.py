"""Events: added, changed, cancelled on a day, removed; by those who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from plumbline.office.events import queries
from plumbline.office.events.actions import (
    Facts,
    add_event,
    bring_back,
    cancel_on,
    change_event,
    planning,
    remove_event,
)
from plumbline.office.events.actions import cancelling as actions_cancelling
from plumbline.office.events.models import Event
from plumbline.office.events.words import rhythm_of
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MONDAY = date(2026, 3, 2)
ROUND = Facts("Round", "meeting", MONDAY, at=time(9), minutes=30, repeats="weekly")


@pytest.fixture
def round_(harbour: Organisation, ada: Person) -> Event:
    return add_event(harbour, ROUND, by=ada)


def days(event: Event, first: date, last: date) -> list[int]:
    return [each.on.day for each in queries.occurrences(event.organisation, first, last)]


def test_an_event_stands_on_its_days_and_the_trail_says_who_added_it(round_: Event, ada: Person) -> None:
    assert days(round_, MONDAY, date(2026, 3, 31)) == [2, 9, 16, 23, 30]
    line = AuditLine.objects.get(verb="add_event")
    assert (line.actor_id, line.object_label) == (ada.pk, "Round")


def test_one_day_is_cancelled_and_brought_back(round_: Event, ada: Person) -> None:
    cancel_on(round_, date(2026, 3, 9), by=ada)
    assert days(round_, MONDAY, date(2026, 3, 31)) == [2, 16, 23, 30]
    assert Event.objects.get().sequence == 1
    with pytest.raises(ValidationError, match="already"):
        cancel_on(round_, date(2026, 3, 9), by=ada)
    bring_back(round_, date(2026, 3, 9), by=ada)
    assert 9 in days(round_, MONDAY, date(2026, 3, 31))
    with pytest.raises(ValidationError, match="not cancelled"):
        bring_back(round_, date(2026, 3, 9), by=ada)


def test_a_day_on_which_it_does_not_fall_cannot_be_cancelled(round_: Event, ada: Person) -> None:
    with pytest.raises(ValidationError, match="does not take place"):
        cancel_on(round_, date(2026, 3, 10), by=ada)


def test_a_change_keeps_the_cancelled_days_that_still_exist(round_: Event, ada: Person) -> None:
    for day in (9, 16):
        cancel_on(round_, date(2026, 3, day), by=ada)
    fortnight = Facts("Round", "meeting", MONDAY, at=time(9), minutes=30, repeats="weekly", every=2)
    changed = change_event(round_, fortnight, by=ada)
    assert [each.on.day for each in changed.cancelled.all()] == [16]
    assert changed.sequence == 3
    assert change_event(changed, fortnight, by=ada).sequence == 3


def test_a_removed_event_is_gone_with_its_days(round_: Event, ada: Person) -> None:
    cancel_on(round_, date(2026, 3, 9), by=ada)
    remove_event(round_, by=ada)
    assert not Event.objects.exists()
    assert AuditLine.objects.filter(verb="remove_event").exists()


def test_one_with_a_key_is_made_once(harbour: Organisation, ada: Person) -> None:
    first = add_event(harbour, ROUND, by=ada, key="once")
    assert add_event(harbour, ROUND, by=ada, key="once") == first


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("first_on", {"first_on": date(1970, 1, 1)}),
        ("until", {"until": date(2026, 3, 1)}),
        ("until", {"until": date(2222, 1, 1)}),
        ("minutes", {"minutes": None}),
        ("at", {"at": None}),
        ("days", {"days": 2}),
        ("title", {"title": " "}),
        ("place", {"place": "x" * 301}),
        ("every", {"every": 53}),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    harbour: Organisation, ada: Person, field: str, changed: dict[str, Any]
) -> None:
    said = {name: getattr(ROUND, name) for name in Facts.__dataclass_fields__} | changed
    with pytest.raises(ValidationError) as refused:
        add_event(harbour, Facts(**said), by=ada)
    assert list(refused.value.message_dict) == [field]
    assert not Event.objects.exists()


def test_somebody_of_another_organisation_looks_after_nothing_here(
    harbour: Organisation, ada: Person, olav: Person
) -> None:
    with pytest.raises(ValidationError, match="of the organisation"):
        add_event(harbour, Facts("Round", "meeting", MONDAY, owner=olav), by=ada)


def test_there_is_an_end_to_how_many_there_may_be(round_: Event, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "MOST_EVENTS", 1)
    monkeypatch.setattr(actions_cancelling, "MOST_CANCELLED", 0)
    with pytest.raises(ValidationError, match="1 events"):
        add_event(round_.organisation, ROUND, by=ada)
    with pytest.raises(ValidationError, match="0 days"):
        cancel_on(round_, MONDAY, by=ada)


def test_its_rhythm_is_said_in_words() -> None:
    said = {
        ("weekly", 1, 2): "every week on Monday",
        ("weekly", 2, 2): "every 2 weeks on Monday",
        ("day_of_month", 1, 2): "every month on day 2",
        ("day_of_month", 3, 31): "every 3 months on day 31 or the last day of the month",
        ("weekday_of_month", 1, 10): "every month on the second Tuesday",
        ("weekday_of_month", 1, 31): "every month on the last Tuesday",
        ("never", 1, 2): "",
    }
    for (repeats, every, day), words in said.items():
        assert rhythm_of(Event(first_on=date(2026, 3, day), repeats=repeats, every=every)) == words
    ends = Event(first_on=MONDAY, repeats="weekly", every=1, until=date(2026, 7, 3))
    assert rhythm_of(ends).endswith("until 3 July 2026")


def test_the_pages_lead_from_adding_to_removing(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    client, day = signed_in(ada), today(harbour)
    begin = f"/o/{harbour.slug}/office/events/"
    assert f'value="{day}"' in client.get(f"{begin}add/?on={day}").content.decode()
    said = {"title": "Round", "kind": "meeting", "first_on": day, "repeats": "weekly", "at": "9:00", "minutes": 30}
    page = client.post(f"{begin}add/", said, follow=True).content.decode()
    event = Event.objects.get()
    assert "“Round” is in the calendar." in page
    page = client.post(f"{begin}{event.pk}/change/", said | {"place": "Room 4"}, follow=True).content.decode()
    assert "Room 4" in page
    page = client.post(f"{begin}{event.pk}/cancel/", {"on": day}, follow=True).content.decode()
    assert "does not take place" in page
    page = client.post(f"{begin}{event.pk}/back/", {"on": day}, follow=True).content.decode()
    assert "takes place on" in page
    client.post(f"{begin}{event.pk}/remove/", follow=True)
    assert not Event.objects.exists()


def test_a_form_that_is_refused_says_at_which_field(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    said = {"title": "Round", "kind": "meeting", "first_on": "2026-03-02", "repeats": "never", "at": "9:00"}
    page = signed_in(ada).post(reverse("events:add", args=[harbour.slug]), said).content.decode()
    assert "Say how long it lasts." in page


def test_only_a_web_address_becomes_a_link(round_: Event, ada: Person, signed_in: SignedIn) -> None:
    there = reverse("events:event", args=[round_.organisation.slug, round_.pk])
    for place, is_link in (("https://calls.example/7", True), ("javascript:alert(1)", False), ("Room 7", False)):
        Event.objects.update(place=place)
        assert (f'href="{place}"' in signed_in(ada).get(there).content.decode()) is is_link
