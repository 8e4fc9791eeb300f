"""The city's objectives are told with their measurements and alignments, without loading the whole world."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, found
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.strategising import AIMS, PROGRAMMES, PROJECTS, tell_strategy
from plumbline.demo.telling import Telling
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.strategy import queries

pytestmark = pytest.mark.django_db


def test_the_city_has_objectives_that_are_measured_and_two_projects_that_are_for_none() -> None:
    office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    portfolio = create_portfolio(office.organisation, by=None, name="Smart mobility")
    for name, *_ in PROGRAMMES:
        create_programme(portfolio, by=None, name=name)
    for code in (*(each[0] for each in PROJECTS), "DE-05", "DE-06"):
        create_project(office.organisation, by=None, code=code, name=f"Project {code}", portfolio=portfolio)
    telling = Telling(ZoneInfo(ZONE))
    tell_strategy(telling, office, date(2026, 3, 2))
    telling.tell()
    tree = queries.objectives_tree(office.organisation)
    assert {each.depth for each in tree} == {0, 1}
    assert all(len(each.course.measurements) == len(AIMS[0].measured) for each in tree)
    assert [each.code for each in queries.without_objective(office.organisation)] == ["DE-05", "DE-06"]
