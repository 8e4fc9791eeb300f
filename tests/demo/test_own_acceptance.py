"""The project that is Plumbline itself: its features are agreed on, and its last run speaks for them."""

from __future__ import annotations

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
from plumbline.office.test_runs.queries.evidence import belief_of

ANCHOR = date(2026, 3, 2)
TODAY = datetime.combine(ANCHOR, time(12), UTC)


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


def test_the_runs_are_counted_as_the_record_itself_counts(project: Project) -> None:
    record = recorded()
    elements = [each for feature in record.features for each in feature.said["elements"]]
    passed = [each for each in elements if all(step["result"]["status"] == "passed" for step in each["steps"])]
    runs = list(project.test_runs.all())
    assert {run.state for run in runs} == {"read"}
    assert (sum(run.total for run in runs), sum(run.passed for run in runs)) == (len(elements), len(passed))
    assert sorted(run.revision for run in runs) == sorted(run.revision for run in record.runs)


def test_each_criterion_stands_as_its_own_scenarios_say(project: Project) -> None:
    with clock_at(TODAY):
        belief = belief_of(project)
    for criterion, feature in zip(project.criteria.order_by("number"), recorded().features, strict=True):
        said = [step["result"]["status"] for each in feature.said["elements"] for step in each["steps"]]
        assert criterion.tests.count() == len(feature.said["elements"])
        standing = criterion.evidence.standing(criterion.changed_at, belief)
        assert standing == ("red" if "failed" in said else "green"), feature.file


def test_every_area_has_features_of_its_own() -> None:
    asked = recorded().features
    assert {area.name for area in AREAS} <= {area_of(each).name for each in asked}
