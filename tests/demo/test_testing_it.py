"""The tests of the demo world have run for weeks, and say of the displays one thing of each kind."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.testing_it import ACCOUNTS, BUILDS, BUILT, TRIED
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import TestRun
from plumbline.office.test_runs.queries import evidence_of
from plumbline.office.test_runs.queries.runs import runs_page

pytestmark = pytest.mark.usefixtures("world", "db")


def standings(code: str) -> dict[str, str]:
    with clock_at(datetime.combine(ANCHOR, time(12), UTC)):
        return {each.criterion.title: each.standing.value for each in evidence_of(Project.objects.get(code=code))}


def test_the_displays_show_every_kind_of_evidence() -> None:
    assert standings("ST-03") == {
        "Departures are right": "red",
        "It is read in the sun": "stale",
        "It is heard": "green",
        "It goes on without the net": "flaky",
        "It is mended within a day": "untested",
    }


def test_the_accounts_are_green_where_scenarios_were_agreed() -> None:
    found = standings(ACCOUNTS)
    assert [each for each, standing in found.items() if standing != "green"] == [
        "A question is answered while the rider waits"
    ]


def test_runs_came_by_the_build_server_and_by_hand_and_make_a_trend() -> None:
    runs = TestRun.objects.filter(project__code="ST-03")
    assert set(runs.values_list("state", "token_name")) == {("read", BUILDS)}
    assert runs.count() == len(BUILT)
    assert TestRun.objects.filter(project__code=ACCOUNTS, by__name="Noor Adeyemi-Lund").count() == len(TRIED)
    with clock_at(datetime.combine(ANCHOR, time(12), UTC)):
        trend = runs_page(Project.objects.get(code="ST-03")).trend
    assert trend is not None
    assert len(trend.categories) == len(BUILT)


def test_who_manages_the_displays_heard_of_what_turned_red() -> None:
    assert Notice.objects.filter(kind="test_evidence", person__name__startswith="Tomas").exists()
