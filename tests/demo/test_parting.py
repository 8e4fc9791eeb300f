"""The page of divergence names both watermelons of the city; one contest holds, and plans end as the evidence says."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.people import CITY
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import GoToGreenPlan
from plumbline.office.status.queries.contests import contests_in
from plumbline.office.status.queries.divergence import Filters, named
from plumbline.office.status.queries.go_to_green import success_in

pytestmark = pytest.mark.usefixtures("world", "db")
NOW = datetime.combine(ANCHOR, time(13), UTC)


def city() -> Organisation:
    return Organisation.objects.get(name=CITY)


def test_the_page_names_two_watermelons_first() -> None:
    with clock_at(NOW):
        rows = list(named(city(), Filters()))
        melons = list(named(city(), Filters(show="watermelon")))
    assert {each.project.code for each in melons} == {"DE-05", "ST-03"}
    assert rows[: len(melons)] == melons


def test_one_status_is_contested() -> None:
    with clock_at(NOW):
        assert [each.project.code for each in contests_in(city())] == ["DE-05"]


def test_one_plan_worked_one_failed_and_one_is_running() -> None:
    outcomes = dict(GoToGreenPlan.objects.values_list("project__code", "outcome"))
    assert outcomes == {"ST-01": "worked", "TR-03": "failed", "TR-04": "running"}
    assert success_in(city()).percent == 50.0
