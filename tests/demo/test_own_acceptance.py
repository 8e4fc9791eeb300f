"""The project that is Plumbline itself: its features are agreed on, and its last run speaks for them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.accepting_itself import AREAS, CODE, area_of, tell_own_acceptance
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.own import recorded
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.models import Project

ANCHOR = date(2026, 3, 2)


@pytest.fixture
def project(db: None) -> Project:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=30), time(9), UTC)):
        city: Office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    telling = Telling(ZoneInfo(ZONE))
    tell_own_acceptance(telling, city, ANCHOR)
    telling.tell()
    return Project.objects.get(code=CODE)


def test_every_feature_is_a_criterion_that_three_people_agreed_on(project: Project) -> None:
    asked = recorded().features
    criteria = list(project.criteria.order_by("number"))
    assert [each.title for each in criteria] == [each.name for each in asked]
    assert all(each.agreed_at for each in criteria)
    agreed = criteria[0].texts.get().agreements
    assert len({each.by_id for each in agreed.all()}) == 3


def test_the_run_is_counted_as_the_file_itself_counts(project: Project) -> None:
    elements = [each for feature in json.loads(recorded().run) for each in feature["elements"]]
    passed = [each for each in elements if all(step["result"]["status"] == "passed" for step in each["steps"])]
    run = project.test_runs.get()
    assert run.state == "read"
    assert (run.total, run.passed) == (len(elements), len(passed))
    assert run.revision == recorded().revision


def test_every_area_has_features_of_its_own() -> None:
    asked = recorded().features
    assert {area.name for area in AREAS} <= {area_of(each).name for each in asked}
