"""The month of the calendar, by those who plan it, those who only see it, and those who may not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from office.conftest import Enrol
from office.operations.conftest import MONDAY
from plumbline.office.events.actions import Facts, add_event, cancel_on
from plumbline.office.events.models import Event
from plumbline.office.people.models import Holiday, Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
SignedIn = Callable[[Person], Client]
MONTH = "/o/harbour-works/office/calendar/"


def words(client: Client, path: str = MONTH) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def day_in(page: str, day: str) -> str:
    """What stands on one day of the month."""
    return page.partition(f'datetime="{day}"')[2].partition("</td>")[0]


def test_those_who_plan_it_may_add_to_it_and_those_who_only_see_it_may_not(
    meeting: Event, harbour: Organisation, ada: Person, mira: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    plans, sees = words(signed_in(ada)), words(signed_in(mira))
    for page in (plans, sees):
        assert "Round of the quay" in day_in(page, "2026-03-02")
    assert "office/events/add/?on=2026-03-05" in plans
    assert "office/events/add/" not in sees
    assert signed_in(enrol(harbour, Role.GUEST).person).get(MONTH).status_code == 403
    assert signed_in(olav).get(MONTH).status_code == 404
    for path in ("office/events/add/", f"office/events/{meeting.pk}/cancel/", f"office/events/{meeting.pk}/change/"):
        assert signed_in(mira).get(f"/o/harbour-works/{path}").status_code == 403
        assert signed_in(olav).get(f"/o/harbour-works/{path}").status_code == 404


def test_what_comes_again_stands_on_each_of_its_days_but_the_cancelled_one(
    meeting: Event, ada: Person, signed_in: SignedIn
) -> None:
    cancel_on(meeting, MONDAY + timedelta(days=7), by=ada)
    page = words(signed_in(ada))
    shown = [day for day in (2, 9, 16, 23, 30) if "Round of the quay" in day_in(page, f"2026-03-{day:02}")]
    assert shown == [2, 16, 23, 30]
    assert "4 entries in March" in page


def test_today_holidays_and_days_off_are_said_in_words(
    meeting: Event, harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    Holiday.objects.create(organisation=harbour, on=date(2026, 3, 20), name="Day of the tide")
    page = words(signed_in(ada))
    assert "Today" in day_in(page, "2026-03-04")
    assert "Day of the tide" in day_in(page, "2026-03-20")
    assert "(day off)" in day_in(page, "2026-03-07")
    assert "(day off)" not in day_in(page, "2026-03-06")


def test_an_event_of_several_days_stands_on_each_and_five_on_a_day_are_behind_a_press(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    add_event(harbour, Facts("Learning", "training", date(2026, 3, 30), days=3), by=ada)
    for number in range(4):
        add_event(harbour, Facts(f"Talk {number}", "meeting", date(2026, 3, 31)), by=ada)
    page = words(signed_in(ada))
    assert all("Learning" in day_in(page, day) for day in ("2026-03-30", "2026-03-31", "2026-04-01"))
    assert "2 more" in day_in(page, "2026-03-31")


def test_months_follow_each_other_and_nonsense_is_this_month(meeting: Event, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    april = words(client, f"{MONTH}?month=2026-04")
    assert "April 2026" in april
    assert "month=2026-03" in april
    assert "month=2026-05" in april
    for nonsense in ("2026-13", "soon", "0001-01", "2100-01", "2026-3"):
        assert "March 2026" in words(client, f"{MONTH}?month={nonsense}")


def test_one_kind_is_shown_by_itself_and_one_that_there_is_not_is_not_found(
    meeting: Event, harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    add_event(harbour, Facts("Board of the quay", "board", date(2026, 3, 10)), by=ada)
    client = signed_in(ada)
    only = words(client, f"{MONTH}?kind=boards&month=2026-03")
    assert "Board of the quay" in only
    assert "Round of the quay" not in only
    assert client.get(f"{MONTH}?kind=dragons").status_code == 404


def test_the_month_as_a_file_has_what_the_page_has(
    meeting: Event, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(mira).get("/o/harbour-works/office/calendar.ics?month=2026-03")
    assert "calendar-harbour-works-2026-03.ics" in answer["Content-Disposition"]
    (one,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(one["UID"]) == f"event-{meeting.pk}@localhost"


def test_an_empty_month_says_what_to_do_next(ada: Person, mira: Person, signed_in: SignedIn) -> None:
    assert "Begin with what comes again" in words(signed_in(ada))
    assert "As soon as something has a day" in words(signed_in(mira))


def test_many_events_ask_as_many_queries_as_few(
    meeting: Event, harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    words(client)
    with CaptureQueriesContext(connection) as few:
        words(client)
    for number in range(12):
        add_event(harbour, Facts(f"Talk {number}", "meeting", MONDAY, repeats="weekly"), by=ada)
    with CaptureQueriesContext(connection) as many:
        words(client)
    assert len(many) == len(few)
