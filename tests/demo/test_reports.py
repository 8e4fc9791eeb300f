"""Projects of the city are reported on as people do: most honestly, some otherwise, one not at all for months."""

from __future__ import annotations

from datetime import timedelta

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.people import CITY
from plumbline.office.people.models import Organisation
from plumbline.office.status.models import Reporting, ReportLine

pytestmark = pytest.mark.usefixtures("world", "db")


def flagged(flag: str) -> set[str]:
    found = Reporting.objects.select_related("project")
    return {each.project.code for each in found if flag in each.flags and each.state(ANCHOR) not in ("", "silent")}


def in_state(state: str) -> set[str]:
    found = Reporting.objects.filter(project__organisation=Organisation.objects.get(name=CITY))
    return {
        each.project.code for each in found.select_related("project") if each.report and each.state(ANCHOR) == state
    }


def test_two_are_green_outside_and_red_inside() -> None:
    assert flagged("watermelon") == {"DE-05", "ST-03"}


def test_one_fell_from_green_to_red_and_one_is_gloomier_than_its_evidence() -> None:
    assert flagged("red_cliff") == {"TR-04"}
    assert "SC-04" in flagged("pessimism")


def test_one_is_silent_one_is_late_and_one_is_to_be_written_today() -> None:
    assert in_state("silent") == {"TR-05"}
    assert in_state("late") == {"SC-03"}
    assert in_state("due") == {"TR-03"}
    assert Reporting.objects.get(project__code="TR-03").due_on == ANCHOR
    assert Reporting.objects.get(project__code="TR-05").report.as_of < ANCHOR - timedelta(days=90)  # type: ignore[union-attr]


def test_one_reports_on_a_part_of_it_by_itself() -> None:
    line = ReportLine.objects.get()
    assert (line.project.code, line.reports.count()) == ("TR-01", 3)
