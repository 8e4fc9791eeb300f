"""The pulse of the city: three rounds have closed, one is open, and one green report stands against its team."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.feeling import PROJECT, UNIT
from plumbline.demo.people import CITY
from plumbline.demo.personas import person_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.pulse.models import PulseRound
from plumbline.office.pulse.queries import open_for, points, results
from plumbline.office.status.queries.divergence import Filters, named

pytestmark = pytest.mark.usefixtures("world", "db")
NOW = datetime.combine(ANCHOR, time(13), UTC)


def city() -> Organisation:
    return Organisation.objects.get(name=CITY)


def member(key: str) -> Membership:
    return Membership.objects.get(organisation=city(), person=person_of(key))


def test_confidence_falls_where_it_was_reported_that_all_is_well_again() -> None:
    found = {each.team.key[0] is not None: each.trends for each in results(points(member("dagny"), sees_all=True))}
    assert [[each.mean for each in found[of_project][0].points] for of_project in (True, False)] == [
        [2.0, 3.0, 4.0],
        [4.0, 4.0, 3.5],
    ]
    assert [len(each) for each in found.values()] == [3, 3]


def test_one_flag_says_so_beside_the_report() -> None:
    with clock_at(NOW):
        rows = list(named(city(), Filters(show="weak_confidence")))
    assert [(each.project.code, each.dimension) for each in rows] == [(PROJECT, "schedule")]


def test_a_round_is_open_that_the_team_member_of_the_demo_can_answer() -> None:
    with clock_at(NOW):
        assert [str(each.team) for each in open_for(member("lior"))] == [UNIT]
        assert [each.team.project.code for each in open_for(member("osric")) if each.team.project] == [PROJECT]
    assert PulseRound.objects.filter(is_closed=True).count() == 3
