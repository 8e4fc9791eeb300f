"""How much each measurement rule counts of the same work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.earned_value.measurement import BY_NAME, RULES, Progress

BEGUN = Progress(started=True, physical=0.6, units=(30, 40), milestones=((1, True), (3, False)), base=0.2, planned=0.7)


@pytest.mark.parametrize(
    ("rule", "share"),
    [
        ("0/100", 0), ("50/50", 0.5), ("25/75", 0.25), ("milestones", 0.25), ("physical", 0.6), ("units", 0.75),
        ("apportioned", 0.2), ("level_of_effort", 0.7),
    ],
)  # fmt: skip
def test_work_that_has_begun(rule: str, share: float) -> None:
    assert BY_NAME[rule].share(BEGUN).value == share


@pytest.mark.parametrize("rule", ["0/100", "50/50", "25/75", "physical"])
def test_finished_work_has_earned_all(rule: str) -> None:
    assert BY_NAME[rule].share(Progress(started=True, finished=True, physical=0.9)).value == 1


@pytest.mark.parametrize("rule", ["milestones", "physical", "units", "apportioned", "level_of_effort"])
def test_what_nobody_said_is_not_0(rule: str) -> None:
    found = BY_NAME[rule].share(Progress(started=True))
    assert found.value is None
    assert found.reason


def test_more_units_than_planned_earn_no_more_than_the_budget() -> None:
    assert BY_NAME["units"].share(Progress(units=(50, 40))).value == 1


def test_every_rule_says_which_work_it_suits() -> None:
    assert len({each.name for each in RULES}) == len(RULES) == 8
    assert all(each.suits.endswith(".") for each in RULES)


@pytest.mark.parametrize(
    "wrong", [{"physical": 1.1}, {"planned": -0.1}, {"milestones": ((-1.0, True),)}, {"units": (-1.0, 5.0)}]
)
def test_shares_lie_between_none_and_all(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"between|below"):
        Progress(**wrong)  # type: ignore[arg-type]


@given(st.floats(0, 1), st.booleans())
def test_no_rule_earns_more_than_all_or_less_than_nothing(physical: float, started: bool) -> None:
    progress = Progress(started=started, physical=physical, base=physical, planned=physical, units=(physical, 1))
    found = [each.share(progress).value for each in RULES]
    assert all(0 <= each <= 1 for each in found if each is not None)
