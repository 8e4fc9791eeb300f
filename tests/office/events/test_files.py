"""Calendars for other programs, read again by the library that others read them with."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from plumbline.office.events.actions import Facts, add_event, cancel_on
from plumbline.office.events.ics import Entry, calendar
from plumbline.office.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
DUBLIN = ZoneInfo("Europe/Dublin")
WHEN = datetime(2026, 3, 2, 9, tzinfo=DUBLIN)


def read(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_an_event_comes_with_its_rule_its_cancelled_day_and_its_time_zone(
    harbour: Organisation, ada: Person, signed_in: object
) -> None:
    facts = Facts("Round", "meeting", date(2026, 3, 2), at=time(9, 15), minutes=45, repeats="weekly", place="Room; 4")
    event = add_event(harbour, facts, by=ada)
    cancel_on(event, date(2026, 3, 9), by=ada)
    client: Client = signed_in(ada)  # type: ignore[operator]
    answer = client.get(f"/o/{harbour.slug}/office/events/{event.pk}/event.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer.content.count(b"VERSION:2.0") == 1
    assert b"BEGIN:VTIMEZONE" in answer.content
    (one,) = read(answer.content)
    assert str(one["SUMMARY"]) == "Round"
    assert str(one["LOCATION"]) == "Room; 4"
    assert one["UID"] == f"event-{event.pk}@localhost"
    assert one["SEQUENCE"] == 1
    assert one["DTSTART"].params["TZID"] == "Europe/Lisbon"
    assert (one.start.hour, one.end.hour, one.end.minute) == (9, 10, 0)
    assert one["RRULE"]["FREQ"] == ["WEEKLY"]
    assert one["EXDATE"].dts[0].dt.date() == date(2026, 3, 9)
    assert one["LAST-MODIFIED"].dt.tzinfo is not None


def test_a_rule_with_an_end_and_a_time_keeps_the_time_by_the_wall_across_the_change_of_the_clocks() -> None:
    entry = Entry(
        "one@here", "Round", date(2026, 3, 23), WHEN, at=time(9, 15), minutes=30,
        rule={"FREQ": "WEEKLY", "INTERVAL": 1, "UNTIL": date(2026, 4, 6)},
    )  # fmt: skip
    (one,) = read(calendar("Ours", [entry], DUBLIN))
    rule = one["RRULE"].to_ical().decode()
    assert "UNTIL=20260406T081500Z" in rule
    found = list(rrulestr(rule, dtstart=one.start))
    assert [(each.date().day, each.hour) for each in found] == [(23, 9), (30, 9), (6, 9)]
    assert len({each.utcoffset() for each in found}) == 2


def test_whole_days_end_with_the_day_after_the_last() -> None:
    (one,) = read(calendar("Ours", [Entry("one@here", "Away", date(2026, 3, 2), WHEN, days=2)], DUBLIN))
    assert (one.start, one.end) == (date(2026, 3, 2), date(2026, 3, 4))


@given(st.text(min_size=1, max_size=200), st.text(max_size=200))
def test_whatever_is_written_is_read_again_and_nothing_breaks_out_of_its_line(title: str, notes: str) -> None:
    content = calendar("Ours", [Entry("one@here", title, date(2026, 3, 2), WHEN, notes=notes)], DUBLIN)
    (one,) = read(content)
    kept = [each for each in title if each.isalnum()]
    assert [each for each in str(one["SUMMARY"]) if each.isalnum()] == kept
    assert content.count(b"BEGIN:VEVENT\r\n") == 1
    assert max(map(len, content.split(b"\r\n"))) <= 75
