"""Who lends people in the demo world: a request waits with what a yes would do, a lawyer is needed by several."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from office.capacity.conftest import plan_of
from plumbline.demo.lending import LAWYER, PEOPLE, tell_lending
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.engine.capacity import Per, Window
from plumbline.office.capacity.models import CapacityRequest, ResourcePerson
from plumbline.office.capacity.queries.abilities import single_point_rows
from plumbline.office.capacity.queries.asking import effect_of
from plumbline.office.capacity.queries.heat_map import heat_map, window_of
from plumbline.office.capacity.queries.picture import picture
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


def test_people_are_lent_and_what_is_promised_twice_shows() -> None:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=8), time(9), UTC)):
        office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
        portfolio = create_portfolio(office.organisation, by=None, name="Smart mobility")
        for code in ("TR-04", "ST-05"):
            project = create_project(
                office.organisation, by=None, code=code, name=code, portfolio=portfolio, manager=office.people["ilka"]
            )
            work = {"Consents and property": 100, "Signalling engineers": 60}
            record_plan(project, by=None, schedule=plan_of(work), source_format="table")
    telling = Telling(ZoneInfo(ZONE))
    tell_lending(telling, office, ANCHOR)
    telling.tell()
    with clock_at(datetime.combine(ANCHOR, time(9), UTC)):
        assert ResourcePerson.objects.count() == len(PEOPLE)
        rows = {each.name: each for each in heat_map(office.organisation, "person", Per.WEEK, _window(office)).rows}
        assert rows[LAWYER].over > 10
        (lawyer, *_) = single_point_rows(office.organisation, picture(office.organisation, _window(office)))
        assert (lawyer.holder.name if lawyer.holder else "", len(lawyer.projects)) == (LAWYER, 2)
        waiting = CapacityRequest.objects.get(state="asked")
        assert (waiting.pool.owner, waiting.project.code) == (office.people["lior"], "TR-04")
        assert all(each.after.asked > each.before.asked for each in effect_of(waiting))
        assert CapacityRequest.objects.get(state="approved").given == ResourcePerson.objects.get(name="Moira Sands")


def _window(office: Office) -> Window:
    return window_of(office.organisation, Per.WEEK)
