"""The city's office works for the ferries, who show less than at first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.partnering import SHOWN_NOW, tell_serving
from plumbline.demo.people import CITY, CITY_PEOPLE, FERRIES, FERRIES_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.office.clients import queries
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.fiscal_year import Span, period_of

pytestmark = pytest.mark.django_db


def test_the_city_sees_of_the_ferries_what_they_still_show() -> None:
    city = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    ferries = found(FERRIES, FERRIES_PEOPLE, {}, standard="pm2")
    telling = Telling(ZoneInfo(ZONE))
    with clock_at(datetime(2025, 7, 1, tzinfo=UTC)):
        tell_serving(telling, ferries, date(2026, 3, 2))
        telling.tell()
    with clock_at(datetime(2026, 3, 3, tzinfo=UTC)):
        _see(city, ferries)


def _see(city: Office, ferries: Office) -> None:
    [line] = queries.desk(city.organisation, city.manager).lines
    assert line.client == ferries.organisation
    assert {grant.key for grant, _ in line.shown} == set(SHOWN_NOW)
    assert [each.what for each in line.agreement.steps.all()] == ["offered", "proposed", "accepted", "narrowed"]
    assert ferries.organisation.holidays.count() == 9
    assert (ferries.organisation.mail_language, ferries.organisation.fiscal_year_starts_in) == ("de", 4)
    assert (city.organisation.mail_language, city.organisation.fiscal_year_starts_in) == ("en", 1)
    march = period_of(date(2026, 3, 2), Span.YEAR, 4)
    report = queries.report_on(line.agreement, march, reader=city.organisation)
    assert report.figures["Hours"] > 10
    assert (report.figures["Requests done"], report.figures["Still open"]) == (6, 1)
