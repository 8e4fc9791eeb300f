"""The promises of the demo world are told at their times, and show what they are there for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from office.forecasts.conftest import plan
from plumbline.demo.forecasting import CLASS, SIMULATED, tell_forecasts
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.demo.world import stories
from plumbline.engine.targets import Verdict
from plumbline.office.forecasts.models import ReferenceClass
from plumbline.office.forecasts.queries.class_page import class_page
from plumbline.office.forecasts.queries.commitments import history_of
from plumbline.office.forecasts.queries.target_page import cards_of
from plumbline.office.forecasts.queries.targets import latest_simulation
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan
from plumbline.office.projects.models import Project

ANCHOR = date(2026, 3, 9)
TOLD = {*SIMULATED, "ST-01"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=104), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        for story in (each for each in stories() if each.code in TOLD):
            project = create_project(
                city.organisation, by=None, code=story.code, name=story.name, portfolio=portfolio,
                manager=city.people[story.manager], sponsor=city.people[story.sponsor],
            )  # fmt: skip
            record_plan(project, by=None, schedule=plan(), source_format="csv")
    telling = Telling(ZoneInfo(ZONE))
    tell_forecasts(telling, city, ANCHOR)
    with clock_at(datetime.combine(ANCHOR, time(15), UTC)):
        telling.tell()
    return city


def test_it_is_told_what_was_promised_and_how_likely_that_is(city: Office) -> None:
    projects = {each.code: each for each in Project.objects.filter(organisation=city.organisation)}
    assert all(latest_simulation(projects[code]) is not None for code in SIMULATED)
    with clock_at(datetime.combine(ANCHOR, time(15), UTC)):
        cards = {code: cards_of(project) for code, project in projects.items()}
    assert [each.card.verdict for each in cards["ST-01"]] == [Verdict.UNKNOWN]
    assert cards["TR-01"][0].card.target.outside is not None
    assert cards["TR-01"][0].card.target.simulated is not None
    assert len(history_of(projects["TR-02"], 1)) == 2


def test_the_class_of_earlier_works_is_large_enough_to_speak(city: Office) -> None:
    page = class_page(ReferenceClass.objects.get(organisation=city.organisation, name=CLASS))
    assert not page.ratios.too_few
    assert len(page.uplifts) == 5
