"""The benefits of the demo world stand as they are told: behind, at risk, and measured after the closure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.benefiting import CASES, CLOSED, tell_benefits
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.strategising import AIMS
from plumbline.demo.telling import Telling
from plumbline.engine.benefits import lint
from plumbline.office.benefits.models import Benefit, BenefitsReview
from plumbline.office.benefits.queries import benefits_in, networks_of, rows_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.strategy.actions import add_objective

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=90), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        create_programme(portfolio, by=None, name="Streets and cycling")
        for case in CASES:
            if case.code != CLOSED:
                manager = city.people["ilka"]
                create_project(
                    city.organisation, by=None, code=case.code, name=case.code, portfolio=portfolio, manager=manager
                )
        for aim in AIMS:
            add_objective(city.organisation, by=None, name=aim.name)
    telling = Telling(ZoneInfo(ZONE))
    tell_benefits(telling, city, ANCHOR)
    telling.tell()
    return city


def test_they_stand_as_they_are_told(office: Office) -> None:
    rows = rows_of(benefits_in(office.organisation), ANCHOR)
    assert {f"{each.benefit.project.code} {each.benefit.reference}": each.in_words for each in rows} == {
        "DE-01 B-1": "Behind the plan",
        "SC-00 B-1": "Measurement overdue",
        "SC-00 B-2": "As planned",
        "SC-00 B-3": "As planned",
        "ST-03 B-1": "At risk",
        "TR-01 B-1": "As planned",
        "TR-01 B-2": "Behind the plan",
    }


def test_the_owner_of_a_closed_project_is_reminded(office: Office) -> None:
    assert Project.objects.get(code=CLOSED).archived_at is not None
    told = Notice.objects.filter(kind="benefit_due", title__startswith="“Buses that keep their time”")
    assert {each.person.name for each in told} == {"Lior Penhallow"}


def test_a_review_was_held_and_taught_something(office: Office) -> None:
    review = BenefitsReview.objects.get()
    assert review.decision == "continue"
    assert review.lesson == Entry.objects.get(kind="lesson")


def test_every_network_is_sound(office: Office) -> None:
    projects = set(Benefit.objects.values_list("project_id", flat=True))
    assert [lint(each.network) for each in networks_of(projects).values()] == [()] * len(CASES)
