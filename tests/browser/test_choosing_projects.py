"""In a browser: a row is dragged to another rank, and the best choice is calculated while one looks on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.demo.choosing import FULL, tell_choices
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.office.choosing.models import Scenario
from plumbline.office.foundation.clock import clock_at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANCHOR = date(2026, 3, 2)


@pytest.fixture
def city(live_server: LiveServer) -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=104), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
    telling = Telling(ZoneInfo(ZONE))
    tell_choices(telling, city, ANCHOR)
    telling.tell()
    return city


def test_a_scenario_is_ranked_by_dragging_and_calculated_while_one_looks_on(
    city: Office, opened: Opened, worker: None
) -> None:
    scenario = Scenario.objects.get(name=FULL)
    page = opened(person=city.people["elowen"])
    page.goto(f"/o/{city.organisation.slug}/scenarios/{scenario.pk}/")
    rows = page.locator("tr[data-rank]")
    last = rows.last.get_by_role("link").inner_text()
    rows.last.drag_to(rows.nth(2))
    expect(page.get_by_text(f"“{last}” has rank")).to_be_visible()
    assert scenario.candidates.get(name=last).rank < len(scenario.candidates.all())
    page.get_by_role("button", name="Calculate again").click()
    page.get_by_role("link", name="See what was found").click()
    expect(page.get_by_text("none is better").first).to_be_visible()
    executive = opened(person=city.people["osric"], width=390)
    executive.goto(f"/o/{city.organisation.slug}/scenarios/{scenario.pk}/pictures/")
    assert executive.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for each in (page, executive):
        assert not complaints(each)
