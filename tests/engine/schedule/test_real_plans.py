"""Calculated dates against known ones: of large generated plans, and of files that planning tools saved."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import REAL_DATA, Tell
from engine.schedule.oracle import EARLY_DATES, EVERYTHING, generated_agreement, generated_plans, stored_agreement

SCHEDULES = REAL_DATA / "schedules"
GENERATED = generated_plans(SCHEDULES / "generated") if SCHEDULES.is_dir() else []
STORED = (
    sorted(path for kind in ("xer", "mspdi") for path in (SCHEDULES / "expected" / kind).iterdir())
    if SCHEDULES.is_dir()
    else []
)

DIFFERENT = yaml.safe_load(Path(__file__).with_name("where_we_differ.yaml").read_text(encoding="utf-8"))

STORED_FLOORS = {
    "task-links-project2013-mspdi.xml": (EVERYTHING, 1.0, "calculated by the tool when it was saved"),
    "baselines.xml": (EVERYTHING, 1.0, "calculated by the tool when it was saved"),
    "mspditimephasedsegments.xml": (EARLY_DATES, 0.95, "late dates are older than the last tasks; one task is split"),
    "sample.xml": (EARLY_DATES, 0.875, "two tasks follow a resource on night shift"),
    "not updated.xml": (EARLY_DATES, 0.6, "saved, as its name says, before successors were moved"),
    "PredecessorCalendar.xer": (EARLY_DATES, 1.0, "its late dates come from outside the file"),
    "ProjectDefaultCalendar.xer": (EARLY_DATES, 1.0, "its late dates come from outside the file"),
}
"""Which fields are compared, the measured share, and why it is not everything."""

pytestmark = pytest.mark.real_data


@pytest.mark.parametrize("plan", GENERATED, ids=lambda path: path.name)
def test_a_generated_plan_gets_the_dates_it_is_known_to_have(plan: Path, tell: Tell):
    agreement = generated_agreement(plan)
    tell(str(agreement))
    listed = DIFFERENT["plans"].get(plan.name, {})
    assert set(listed) <= set(DIFFERENT["reasons"])
    assert agreement.different == {uid for uids in listed.values() for uid in uids}


def test_over_all_generated_plans_hardly_an_activity_differs(real_data: Path, tell: Tell):
    agreements = [generated_agreement(each) for each in GENERATED]
    compared, equal = sum(each.compared for each in agreements), sum(each.equal for each in agreements)
    doubted = sum(each.doubted for each in agreements)
    doubted_equal = sum(each.doubted_equal for each in agreements)
    tell(
        f"overall: {equal} of {compared} activities of {len(agreements)} plans equal ({equal / compared:.3%}); "
        f"{(equal - doubted_equal) / (compared - doubted):.3%} without {doubted} the oracle is wrong on"
    )
    assert len(agreements) >= 50
    assert compared - equal == sum(len(uids) for plan in DIFFERENT["plans"].values() for uids in plan.values())


@pytest.mark.parametrize("expected", STORED, ids=lambda path: path.name.removesuffix(".json"))
def test_a_saved_plan_gets_the_dates_its_tool_stored(expected: Path, tell: Tell):
    plan = SCHEDULES / expected.parent.name / expected.name.removesuffix(".json")
    fields, floor, reason = STORED_FLOORS.get(plan.name, (EARLY_DATES, 1.0, ""))
    agreement = stored_agreement(plan, expected, fields)
    if agreement is None:
        pytest.skip(f"{plan.name} stores no early dates")
    in_full = stored_agreement(plan, expected, EVERYTHING)
    tell(f"{agreement}; in every field: {in_full}; {reason}" if fields != EVERYTHING else f"{agreement}; {reason}")
    assert agreement.share >= floor
