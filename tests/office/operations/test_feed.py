"""The calendar by a secret address: who may, what is in it, and that it is read again as the same things."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar

from office.conftest import Enrol
from office.operations.conftest import MONDAY, NOON, ROUND
from plumbline.office.events.actions import Facts, add_event, cancel_on, change_event
from plumbline.office.events.models import Event
from plumbline.office.foundation.clock import clock_at
from plumbline.office.leading.actions import plan_one_to_one
from plumbline.office.operations import feed
from plumbline.office.operations.actions import subscribe, unsubscribe
from plumbline.office.operations.models import Subscription
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _unread() -> None:
    cache.clear()


def place_of(person: Person, organisation: Organisation) -> Membership:
    return Membership.objects.select_related("organisation", "person").get(person=person, organisation=organisation)


def address_of(person: Person, organisation: Organisation) -> str:
    return f"/calendars/{subscribe(place_of(person, organisation))}.ics"


def read(address: str) -> dict[str, Any]:
    """Entries by UID; nobody is signed in."""
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len({str(each["UID"]) for each in found}) == len(found)
    return {str(each["UID"]): each for each in found}


def test_an_event_is_one_entry_with_its_rule_its_zone_and_its_page(
    meeting: Event, harbour: Organisation, mira: Person
) -> None:
    cancel_on(meeting, MONDAY + timedelta(days=7), by=mira)
    (uid,) = found = read(address_of(mira, harbour))
    one = found[uid]
    assert uid == f"event-{meeting.pk}@localhost"
    assert (str(one["SUMMARY"]), one.start.hour, one.end.minute) == ("Round of the quay", 9, 45)
    assert one["DTSTART"].params["TZID"] == "Europe/Lisbon"
    assert one["RRULE"]["FREQ"] == ["WEEKLY"]
    assert [each.dt.date() for each in one["EXDATE"].dts] == [date(2026, 3, 9)]
    assert str(one["URL"]) == f"{settings.SITE_URL}/o/harbour-works/office/events/{meeting.pk}/"


def test_what_is_changed_stays_the_same_entry_and_tells_that_it_changed(
    meeting: Event, harbour: Organisation, ada: Person
) -> None:
    address = address_of(ada, harbour)
    before = read(address)
    with clock_at(NOON + timedelta(minutes=5)):
        change_event(meeting, replace(ROUND, title="Round of all quays"), by=ada)
        add_event(harbour, Facts("Open day", "other", date(2026, 5, 1)), by=ada)
        after = read(address)
    (uid,) = before
    assert set(after) - {uid}
    assert str(after[uid]["SUMMARY"]) == "Round of all quays"
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid]["LAST-MODIFIED"].dt > before[uid]["LAST-MODIFIED"].dt


def test_read_again_it_is_byte_for_byte_the_same_and_need_not_be_sent(
    meeting: Event, harbour: Organisation, mira: Person
) -> None:
    address = address_of(mira, harbour)
    first = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get(address).content == first.content
    for answer in (first, again):
        assert answer["Cache-Control"].startswith("private")
        assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_renewed_or_withdrawn_address_opens_nothing(meeting: Event, harbour: Organisation, mira: Person) -> None:
    old = address_of(mira, harbour)
    new = address_of(mira, harbour)
    assert Client().get(old).status_code == 404
    assert read(new)
    unsubscribe(place_of(mira, harbour))
    assert Client().get(new).status_code == 404
    wrong = Client().get(f"/calendars/{'A' * 43}.ics")
    assert wrong.content == Client().get(new).content


def test_only_the_hash_of_the_secret_is_kept(harbour: Organisation, mira: Person) -> None:
    secret = subscribe(place_of(mira, harbour))
    kept = Subscription.objects.get()
    assert secret not in str(vars(kept))
    assert Client().get(f"/calendars/{kept.token_hash[:43]}.ics").status_code == 404


@pytest.mark.parametrize("what", ["left", "became a guest", "was switched off"])
def test_it_ends_with_the_membership(meeting: Event, harbour: Organisation, mira: Person, what: str) -> None:
    address = address_of(mira, harbour)
    assert read(address)
    if what == "left":
        Membership.objects.filter(person=mira).update(active=False)
    elif what == "became a guest":
        Membership.objects.filter(person=mira).update(role=Role.GUEST)
    else:
        Person.objects.filter(pk=mira.pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_nothing_of_another_organisation_is_ever_in_it(
    meeting: Event, harbour: Organisation, northern: Organisation, mira: Person, olav: Person
) -> None:
    theirs = add_event(northern, Facts("Round of the tunnel", "meeting", MONDAY), by=olav)
    add_person(northern, by=None, email=mira.email, name=mira.name, role=Role.PROJECT_MANAGER)
    ours, others = address_of(mira, harbour), address_of(mira, northern)
    assert [str(each["SUMMARY"]) for each in read(ours).values()] == ["Round of the quay"]
    assert list(read(others)) == [f"event-{theirs.pk}@localhost"]
    assert b"tunnel" not in Client().get(ours).content
    Membership.objects.filter(person=mira, organisation=northern).update(active=False)
    assert Client().get(others).status_code == 404
    assert read(ours)


def test_what_is_between_two_is_in_the_calendars_of_the_two_only(
    harbour: Organisation, ada: Person, mira: Person, elowen: Person
) -> None:
    plan_one_to_one(harbour, by=ada, manager=mira, at=NOON + timedelta(days=2))
    for person, sees in ((ada, True), (mira, True), (elowen, False)):
        said = Client().get(address_of(person, harbour)).content
        assert (b"One-to-one" in said) is sees, person


def test_it_holds_twelve_months(harbour: Organisation, ada: Person) -> None:
    for days in (-40, -20, 0, 300, 340):
        add_event(harbour, Facts(f"Day {days}", "other", NOON.date() + timedelta(days=days)), by=ada)
    said = {str(each["SUMMARY"]) for each in read(address_of(ada, harbour)).values()}
    assert said == {"Day -20", "Day 0", "Day 300"}


def test_it_is_not_read_too_often_and_the_owner_sees_that_it_is_read(
    meeting: Event, harbour: Organisation, mira: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "READS_AN_HOUR", 2)
    address = address_of(mira, harbour)
    answers = [Client().get(address).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert Subscription.objects.get().read_at == NOON
    with clock_at(NOON + timedelta(hours=1)):
        assert Client().get(address).status_code == 200


def test_the_page_makes_an_address_shows_it_once_and_withdraws_it(
    meeting: Event, harbour: Organisation, mira: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    there, client = "/o/harbour-works/office/calendar/subscription/", signed_in(mira)
    page = client.post(there, {"deed": "make"}).content.decode()
    (address, _) = re.findall(r"/calendars/[\w-]{43}\.ics", page)
    assert read(address)
    assert address not in client.get(there).content.decode()
    client.post(there)
    assert read(address)
    client.post(there, {"deed": "withdraw"})
    assert Client().get(address).status_code == 404
    assert signed_in(enrol(harbour, Role.GUEST).person).get(there).status_code == 403
    assert signed_in(olav).get(there).status_code == 404


def test_times_are_right_on_both_sides_of_the_change_of_the_clocks(
    meeting: Event, harbour: Organisation, ada: Person
) -> None:
    (one,) = read(address_of(ada, harbour)).values()
    offsets = {one.start.utcoffset(), (one.start.replace(tzinfo=one.start.tzinfo) + timedelta(days=28)).utcoffset()}
    assert isinstance(one.start, datetime)
    assert offsets == {timedelta(0), timedelta(hours=1)}
