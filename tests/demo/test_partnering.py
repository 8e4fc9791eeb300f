"""The city's office works for the ferries, who show less than at first."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, found
from plumbline.demo.partnering import SHOWN_NOW, tell_serving
from plumbline.demo.people import CITY, CITY_PEOPLE, FERRIES, FERRIES_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.office.clients import queries

pytestmark = pytest.mark.django_db


def test_the_city_sees_of_the_ferries_what_they_still_show() -> None:
    city = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    ferries = found(FERRIES, FERRIES_PEOPLE, {}, standard="pm2")
    telling = Telling(ZoneInfo(ZONE))
    tell_serving(telling, ferries, date(2026, 3, 2))
    telling.tell()
    [line] = queries.desk(city.organisation, city.manager).lines
    assert line.client == ferries.organisation
    assert {grant.key for grant, _ in line.shown} == set(SHOWN_NOW)
    assert [each.what for each in line.agreement.steps.all()] == ["offered", "proposed", "accepted", "narrowed"]
    assert ferries.organisation.holidays.count() == 9
    assert (ferries.organisation.mail_language, ferries.organisation.fiscal_year_starts_in) == ("de", 4)
    assert (city.organisation.mail_language, city.organisation.fiscal_year_starts_in) == ("en", 1)
