"""The grid of power and interest, the classes of salience, the steps of engagement, and when time changes a finding."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from plumbline import library
from plumbline.engine.assess import assess
from plumbline.engine.assessment import Status, last_days_of_stakeholders
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.stakeholders import (
    CommunicationFacts,
    Engagement,
    Quadrant,
    Salience,
    StakeFacts,
    StakeholderFacts,
    gap,
    quadrant,
    salience,
)
from plumbline.engine.standard import Standard, bundle, load_standard

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(bundle(library.files_of("predictive"), library.files_of))


def stake(key: str = "S-1", **columns: object) -> StakeFacts:
    usual: dict[str, object] = {
        "power": 5,
        "interest": 5,
        "legitimate": True,
        "urgent": True,
        "now": Engagement.SUPPORTIVE,
        "desired": Engagement.SUPPORTIVE,
        "has_owner": True,
        "contact_every": 30,
        "contacted_on": DAY,
        "judged_on": DAY,
    }
    return StakeFacts(key=key, **(usual | columns))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("power", "interest", "expected"),
    [(4, 4, "manage closely"), (5, 3, "keep satisfied"), (3, 5, "keep informed"), (3, 3, "monitor"), (1, 1, "monitor")],
)
def test_high_begins_at_four(power: int, interest: int, expected: str) -> None:
    assert quadrant(power, interest) is Quadrant(expected)


@pytest.mark.parametrize(
    ("power", "legitimate", "urgent", "expected"),
    [
        (4, True, True, "definitive"),
        (4, True, False, "dominant"),
        (4, False, True, "dangerous"),
        (4, False, False, "dormant"),
        (3, True, True, "dependent"),
        (3, True, False, "discretionary"),
        (3, False, True, "demanding"),
        (3, False, False, "no claim"),
    ],
)
def test_salience_follows_from_power_legitimacy_and_urgency(
    power: int, legitimate: bool, urgent: bool, expected: str
) -> None:
    assert salience(power, legitimate=legitimate, urgent=urgent) is Salience(expected)


def test_engagement_has_steps_from_resistant_to_leading() -> None:
    assert [each.step for each in Engagement] == [-1, 0, 1, 2, 3]
    assert gap(Engagement.RESISTANT, Engagement.LEADING) == 4
    assert gap(Engagement.LEADING, Engagement.NEUTRAL) == 0


def test_power_beyond_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="S-1: power and interest go from 1 to 5"):
        stake(power=6)


def test_the_day_on_which_each_finding_changes_by_itself_is_known(standard: Standard) -> None:
    line = CommunicationFacts(key="CP-1", due_on=DAY, tolerance_days=3)
    facts = ProjectFacts(as_of=datetime(2026, 3, 2, 8), stakeholders=StakeholderFacts((stake(),), (line,)))
    for day in last_days_of_stakeholders(facts, standard):
        before, after = (_failing(facts, standard, day + timedelta(days=more)) for more in (0, 1))
        assert len(after) == len(before) + 1, day


def test_without_a_register_nothing_changes_by_itself(standard: Standard) -> None:
    assert list(last_days_of_stakeholders(ProjectFacts(as_of=datetime(2026, 3, 2)), standard)) == []


def test_a_rule_that_the_standard_does_not_apply_changes_nothing_by_itself(standard: Standard) -> None:
    left = {name: each for name, each in standard.rules.items() if name not in ("contact_overdue",)}
    facts = ProjectFacts(as_of=datetime(2026, 3, 2, 8), stakeholders=StakeholderFacts((stake(),)))
    fewer = standard.model_copy(update={"rules": left})
    assert (
        len(list(last_days_of_stakeholders(facts, fewer))) == len(list(last_days_of_stakeholders(facts, standard))) - 1
    )


def test_many_offenders_are_not_all_named_in_the_sentence(standard: Standard) -> None:
    crowd = tuple(stake(f"S-{each}", has_owner=False) for each in range(1, 9))
    facts = ProjectFacts(as_of=datetime(2026, 3, 2, 8), stakeholders=StakeholderFacts(crowd))
    said = next(each for each in assess(facts, standard).results if each.rule == "powerful_without_owner").sentence
    assert "S-1, S-2, S-3, S-4, S-5 and 3 more" in said


def test_a_project_without_a_register_is_unknown_and_not_held_back(standard: Standard) -> None:
    assessment = assess(ProjectFacts(as_of=datetime(2026, 3, 2, 8)), standard)
    found = next(each for each in assessment.dimensions if each.dimension == "stakeholders")
    assert found.status is Status.UNKNOWN
    assert not found.required


def _failing(facts: ProjectFacts, standard: Standard, day: date) -> list[str]:
    then = ProjectFacts(as_of=datetime(day.year, day.month, day.day, 8), stakeholders=facts.stakeholders)
    return [each.rule for each in assess(then, standard).findings]
