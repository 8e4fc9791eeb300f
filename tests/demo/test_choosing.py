"""What the city chooses from shows what it is there for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.choosing import FULL, LIGHT, tell_choices
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.office.choosing import queries
from plumbline.office.choosing.models import Scenario
from plumbline.office.foundation.clock import clock_at

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=104), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
    telling = Telling(ZoneInfo(ZONE))
    tell_choices(telling, city, ANCHOR)
    telling.tell()
    return city


def test_the_city_has_a_plan_of_record_and_a_second_thought_beside_it(city: Office) -> None:
    record = queries.plan_of_record(city.organisation)
    assert record is not None
    assert record.by == city.people["osric"]
    light, full = (queries.scenario_page(Scenario.objects.get(name=name)) for name in (LIGHT, FULL))
    assert light.outcome is not None
    assert full.outcome is not None
    assert (light.outcome["proof"], full.outcome["proof"]) == ("optimal", "optimal")
    assert 0 < light.chosen_count < len(light.rows)
    assert light.is_fresh
    assert float(record.content["value"]) == float(light.outcome["value"]), "waiting is counted in both"
    assert light.below, "the cut line leaves somebody out"
    found = queries.beside([light.scenario, full.scenario], record)
    assert 0 < found.differing < len(found.rows)


def test_the_comparisons_of_its_criteria_go_together(city: Office) -> None:
    told = queries.consistency_of(queries.weighting_of(city.organisation))
    assert told is not None
    assert told.is_consistent
    assert 0 < told.ratio < 0.1
