"""The products of the demo world are told at their times, and show what they are there for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.offering import tell_products
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.products import PRODUCTS
from plumbline.demo.telling import Telling
from plumbline.demo.world import stories
from plumbline.office.foundation.clock import clock_at
from plumbline.office.products import queries
from plumbline.office.products.models import Augmentation, Product
from plumbline.office.projects.actions import create_portfolio, create_project

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=104), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        for story in stories():
            if story.code in {each.code for each in PRODUCTS}:
                create_project(
                    city.organisation, by=None, code=story.code, name=story.name, portfolio=portfolio,
                    manager=city.people[story.manager],
                )  # fmt: skip
    telling = Telling(ZoneInfo(ZONE))
    tell_products(telling, city, ANCHOR)
    telling.tell()
    return city


def test_what_was_offered_became_expected_year_by_year(city: Office) -> None:
    with clock_at(datetime.combine(ANCHOR, time(13), UTC)):
        drift = queries.overview(city.organisation, {}, None).drift
    assert [each.expected for each in drift] == [1, 3, 3]
    assert drift[-1].total == Augmentation.objects.filter(withdrawn_at=None).count()


def test_one_pays_back_and_one_has_no_measure_yet(city: Office) -> None:
    lines = queries.lines_of(Augmentation.objects.all())
    paid = [each.worth.payback_years for each in lines if each.worth and each.worth.payback_years is not None]
    assert [round(each, 3) for each in paid] == [round(45000 / 24000, 3)]
    assert [each.augmentation.name for each in lines if not each.augmentation.measure] == ["A place to work"]


def test_each_is_told_when_its_project_is_there() -> None:
    begins = {story.code: story.data_dates(ANCHOR)[0].date() for story in stories()}
    for each in PRODUCTS:
        first = ANCHOR - timedelta(weeks=max((offer.offered for offer in each.offers), default=4))
        assert begins[each.code] <= first, each.code


def test_one_says_its_benefit_anew_and_keeps_what_it_said(city: Office) -> None:
    station = Product.objects.get(name="Interchange at Hollowgate")
    assert station.wordings.count() == 2
    assert station.core_benefit.startswith("You catch the next one")
