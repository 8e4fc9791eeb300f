"""The registers of the demo world say what the engine is to find in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.stakeholding import REGISTERS, tell_stakeholders
from plumbline.demo.telling import Telling
from plumbline.engine.assess import assess
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Outcome
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.queries import standard_for
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Stakeholder
from plumbline.office.stakeholders.queries import stakeholder_facts

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db
MANAGERS = {"TR-01": "ilka", "TR-02": "bastian", "SC-03": "maren", "SC-06": "jory"}


@pytest.fixture
def office() -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=30), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        for code, key in MANAGERS.items():
            create_project(
                city.organisation, by=None, code=code, name=code, portfolio=portfolio, manager=city.people[key]
            )
    telling = Telling(ZoneInfo(ZONE))
    tell_stakeholders(telling, city, ANCHOR)
    telling.tell()
    return city


def failed(code: str) -> set[str]:
    project = Project.objects.get(code=code)
    facts = ProjectFacts(as_of=datetime.combine(ANCHOR, time(8)), stakeholders=stakeholder_facts(project))
    standard = standard_for(project)
    assert standard is not None
    return {each.rule for each in assess(facts, standard).results if each.outcome is Outcome.FAIL}


def test_each_register_shows_what_it_is_there_for(office: Office) -> None:
    assert failed("TR-01") == set()
    assert failed("TR-02") == set()
    assert failed("SC-03") == {"engagement_below_desired"}
    assert failed("SC-06") == {
        "communications_overdue",
        "contact_overdue",
        "engagement_below_desired",
        "engagement_not_reassessed",
        "powerful_without_owner",
    }


def test_those_who_matter_to_several_projects_are_there_once(office: Office) -> None:
    mayor = Stakeholder.objects.get(role="Mayor")
    assert mayor.stakes.count() == 3
    assert Stakeholder.objects.count() < sum(len(each.stakes) for each in REGISTERS)
