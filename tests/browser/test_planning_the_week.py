"""In a browser: an event that comes again is planned, seen in the month, subscribed to, and cancelled on one day."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.events.models import Event
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Tide table meeting"


def next_month(day: date) -> date:
    """A month with four or five of each weekday, and none of them past."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("width", [1440, 390])
def test_from_an_event_that_comes_again_to_the_day_on_which_it_does_not(
    office: Office, opened: Opened, width: int
) -> None:
    first = next_month(today(office.organisation))
    start = f"/o/{office.organisation.slug}/office/calendar/?month={first:%Y-%m}"
    page = opened(person=office.people[Role.PMO_STAFF], width=width)
    page.goto(start)
    add(page, first)
    days = Event.objects.get(title=TITLE).recurrence.days(first, next_month(first) - timedelta(days=1))

    page.goto(start)
    in_month = page.locator("td:not(.beyond)").get_by_role("link", name=TITLE)
    expect(in_month).to_have_count(len(days))
    expect(page.locator(".tabs [aria-current]")).to_be_in_viewport()
    assert fits(page)
    address = subscribe(page)

    page.goto(start)
    in_month.nth(1).focus()
    page.keyboard.press("Enter")
    cancel_by_keyboard(page, days[1])
    page.goto(start)
    expect(in_month).to_have_count(len(days) - 1)
    read = Calendar.from_ical(Client().get(address).content)
    (entry,) = [each for each in read.walk("VEVENT") if str(each["SUMMARY"]) == TITLE]
    assert [each.dt.date() for each in entry["EXDATE"].dts] == [days[1]]
    assert not complaints(page)


def add(page: Page, first: date) -> None:
    page.get_by_role("link", name="Add an event", exact=True).first.click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Day", exact=True).fill(str(first))
    page.get_by_label("Time").fill("09:15")
    page.get_by_label("Minutes").fill("30")
    page.get_by_label("How often").select_option("weekly")
    assert fits(page)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_text(f"“{TITLE}” is in the calendar.")).to_be_visible()


def subscribe(page: Page) -> str:
    page.get_by_role("link", name="Subscribe").click()
    page.get_by_role("button", name="Make my address").click()
    address = page.locator("code").inner_text()
    assert fits(page)
    return address[address.index("/calendars/") :]


def cancel_by_keyboard(page: Page, day: date) -> None:
    page.get_by_role("link", name=re.compile(f"Cancel ?: {day:%-d %B %Y}")).focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Cancel this day")
    expect(button).to_be_visible()
    for _ in range(60):
        if button.evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("does not take place").first).to_be_visible()
