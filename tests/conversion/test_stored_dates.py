"""Calculated dates against those that the planning tools themselves stored in their files."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REAL_DATA, Tell
from engine.schedule.oracle import EVERYTHING, different_fields
from plumbline.conversion.installation import HOW_TO_INSTALL, installation
from plumbline.conversion.plans import read_plan
from plumbline.engine.schedule import Dialect, Uid
from plumbline.engine.schedule.calculate import ActivityDates, calculate_together

SCHEDULES = REAL_DATA / "schedules"
EXPECTED = sorted((SCHEDULES / "expected").rglob("*.json")) if SCHEDULES.is_dir() else []
LISTED = yaml.safe_load(Path(__file__).with_name("stored_differently.yaml").read_text(encoding="utf-8"))
OURS = ("xer", "mspdi", "pmxml")
NOT_THE_PLANS_OWN = {"not_refreshed", "calendar_lost", "other_program", "days_only", "resources_elsewhere", "complete"}
"""Reasons for which the stored dates cannot follow from what is in the file."""

pytestmark = pytest.mark.real_data


def plan_of(expected: Path) -> Path:
    return SCHEDULES / expected.parent.name / expected.name.removesuffix(".json")


def listed(plan: Path) -> dict[str, list[Uid]]:
    found: dict[str, list[Uid]] = LISTED["plans"].get(f"{plan.parent.name}/{plan.name}", {})
    return found


@cache
def calculated(plan: Path) -> tuple[Dialect, dict[Uid, ActivityDates]]:
    file = read_plan(plan.read_bytes(), plan.name)
    dates: dict[Uid, ActivityDates] = {}
    for each in calculate_together(file.schedules, file.links_between):
        dates |= each.dates
    return file.schedules[0].dialect, dates


def leaves_with_late_dates(expected: Path) -> list[dict[str, Any]]:
    projects = json.loads(expected.read_text(encoding="utf-8"))["projects"]
    leaves = [each for project in projects for each in project["activities"] if not each["summary"]]
    return [each for each in leaves if each["late_finish"]]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_saved_plan_gets_the_dates_its_tool_stored_but_for_those_listed(expected: Path) -> None:
    plan = plan_of(expected)
    if plan.parent.name not in OURS and installation() is None:
        pytest.skip(f"no MPXJ or no Java: {HOW_TO_INSTALL}")
    leaves = leaves_with_late_dates(expected)
    if not leaves:
        pytest.skip(f"{plan.name} stores no late dates")
    _, dates = calculated(plan)
    assert set(listed(plan)) <= set(LISTED["reasons"])
    different = {each["uid"] for each in leaves if different_fields(dates[each["uid"]], each, EVERYTHING)}
    assert different == {uid for uids in listed(plan).values() for uid in uids}


@pytest.mark.parametrize(("dialect", "least"), [(Dialect.P6, 0.99), (Dialect.MSP, 0.97)])
def test_hardly_a_date_differs_that_the_file_accounts_for(dialect: Dialect, least: float, tell: Tell) -> None:
    leaves, different, unaccounted = 0, 0, 0
    for expected in EXPECTED:
        plan = plan_of(expected)
        if plan.parent.name not in OURS and installation() is None:
            continue
        found = leaves_with_late_dates(expected)
        if not found or calculated(plan)[0] is not dialect:
            continue
        leaves += len(found)
        different += sum(len(uids) for reason, uids in listed(plan).items() if reason not in NOT_THE_PLANS_OWN)
        unaccounted += sum(len(uids) for reason, uids in listed(plan).items() if reason in NOT_THE_PLANS_OWN)
    accounted = leaves - unaccounted
    equal = leaves - different - unaccounted
    tell(
        f"dates stored by tools, {dialect}: {equal} of {leaves} leaf activities equal in every date and float; "
        f"{(accounted - different) / accounted:.2%} of the {accounted} whose dates follow from the file"
    )
    assert (accounted - different) / accounted >= least


def test_every_reason_is_used() -> None:
    assert {reason for reasons in LISTED["plans"].values() for reason in reasons} == set(LISTED["reasons"])
