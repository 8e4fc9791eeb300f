"""The earned value of the demo world stands as it is told: within its money, beyond it, and as planned."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.delivering import Delivering
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.demo.valuing import LEDGERS, tell_value
from plumbline.demo.world import stories
from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.earned_value.models import ActualCost, ValueStanding
from plumbline.office.earned_value.queries import group_page, project_page
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.actions import create_portfolio, create_programme

ANCHOR = date(2026, 3, 2)
TOLD = ("DE-03", "SC-04")
pytestmark = pytest.mark.django_db


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=104), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        programme = create_programme(portfolio, by=None, name="Depots and energy")
    monkeypatch.setattr("plumbline.demo.valuing.LEDGERS", tuple(each for each in LEDGERS if each.code in TOLD))
    telling = Telling(ZoneInfo(ZONE))
    for story in stories():
        if story.code in TOLD:
            Delivering(city, programme, story, ANCHOR).tell(telling)
    tell_value(telling, city, stories(), ANCHOR)
    telling.tell()
    return city


def test_they_stand_as_they_are_told(office: Office) -> None:
    found = {each.project.code: each for each in ValueStanding.objects.select_related("project")}
    assert {code: each.as_of for code, each in found.items()} == dict.fromkeys(TOLD, ANCHOR - timedelta(days=8))
    assert 0.75 < found["DE-03"].figures["cpi"] < 0.85
    assert 0.97 < found["SC-04"].figures["cpi"] < 1.05
    assert all(0.95 < each.figures["spi_t"] < 1.05 for each in found.values())
    colours = CurrentStatus.objects.filter(dimension="cost").values_list("project__code", "status")
    assert dict(colours) == {"DE-03": "red", "SC-04": "green"}
    francs = ActualCost.objects.filter(currency="CHF")
    assert {each.project.code for each in francs.select_related("project")} == {"DE-03"}
    assert len({each.rate for each in francs}) > 2
    page = group_page(office.organisation)
    assert page.whole is not None
    assert (page.whole.projects, page.left_out) == (2, [])
    assert page.chart is not None
    assert project_page(ValueStanding.objects.all()[0].project).chart is not None
