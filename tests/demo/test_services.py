"""The city's office serves, told without loading the whole world."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, found
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.serving import ASKED, TAKEN, tell_services
from plumbline.demo.telling import Telling
from plumbline.office.foundation.clock import clock_at
from plumbline.office.services import queries
from plumbline.office.services.models import Service, ServiceRequest

pytestmark = pytest.mark.django_db


def test_the_office_of_the_city_serves_well_but_not_always() -> None:
    office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    telling = Telling(ZoneInfo(ZONE))
    with clock_at(datetime(2025, 7, 1, tzinfo=UTC)):
        tell_services(telling, office, date(2026, 3, 2))
        telling.tell()
    assert Service.objects.count() == len(TAKEN)
    assert ServiceRequest.objects.count() == len(ASKED)
    _, whole = queries.value_of(office.organisation, date(2025, 7, 1), date(2026, 3, 2))
    assert whole.done == 36
    assert whole.late >= 4
    assert whole.in_time > whole.late
    assert len(whole.scores) < whole.polled
    assert whole.minutes > 0
    waiting = ServiceRequest.objects.filter(state__in=ServiceRequest.OPEN)
    assert {each.state for each in waiting} == {"new", "under_way", "waiting"}
