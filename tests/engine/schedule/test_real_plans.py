"""Calculated dates of large generated plans against known ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import REAL_DATA, Tell
from engine.schedule.oracle import generated_agreement, generated_plans

SCHEDULES = REAL_DATA / "schedules"
GENERATED = generated_plans(SCHEDULES / "generated") if SCHEDULES.is_dir() else []
DIFFERENT = yaml.safe_load(Path(__file__).with_name("where_we_differ.yaml").read_text(encoding="utf-8"))

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
