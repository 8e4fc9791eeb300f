"""One call about a project: everything the evidence says, the same each time, and never more than it says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine.small_project import DATA_DATE, facts_on, lasting, predictive, sound_schedule
from plumbline import __version__
from plumbline.engine.assess import assess
from plumbline.engine.assessment import (
    Assessment,
    DimensionStatus,
    Status,
    UnreadableAssessment,
    changes_by_time_alone,
    from_dict,
    to_dict,
)
from plumbline.engine.readers import read
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.schedule import Link, Schedule

STANDARD = predictive()
SOON = DATA_DATE + timedelta(days=3)


def assessed(schedule: Schedule | None, as_of: datetime = SOON) -> Assessment:
    return assess(facts_on(as_of, schedule), STANDARD)


def dimension(assessment: Assessment, name: str) -> DimensionStatus:
    return next(each for each in assessment.dimensions if each.dimension == name)


def status(assessment: Assessment, name: str) -> Status:
    return dimension(assessment, name).status


def test_a_sound_project_is_green_where_it_has_evidence() -> None:
    assessment = assessed(sound_schedule())
    assert {each.dimension: each.status for each in assessment.dimensions} == {
        "schedule": Status.GREEN,
        "cost": Status.UNKNOWN,
        "resources": Status.GREEN,
        "governance": Status.GREEN,
        "stakeholders": Status.UNKNOWN,
        "scope": Status.UNKNOWN,
        "quality": Status.UNKNOWN,
    }
    assert assessment.overall.status is Status.GREEN


def test_every_rule_of_the_standard_has_one_result_with_its_dimension() -> None:
    assessment = assessed(sound_schedule())
    assert {each.rule: each.dimension for each in assessment.results} == {
        name: choice.dimension for name, choice in STANDARD.rules.items()
    }


def test_it_names_everything_it_can_be_computed_again_from() -> None:
    assessment = assess(facts_on(SOON, sound_schedule()), STANDARD, seed=7)
    assert assessment.engine_version == __version__
    assert (assessment.standard_name, assessment.standard_version) == ("predictive", STANDARD.version)
    assert assessment.standard_hash == STANDARD.content_hash
    assert (assessment.seed, assessment.data_date, assessment.as_of) == (7, DATA_DATE, SOON)


def test_the_same_facts_give_the_same_assessment() -> None:
    assert assessed(sound_schedule()) == assessed(sound_schedule())


@pytest.mark.parametrize(
    ("days", "expected"),
    [(10, Status.GREEN), (15, Status.GREEN), (16, Status.AMBER), (30, Status.AMBER), (31, Status.RED)],
)
def test_a_finish_beyond_the_limit_turns_the_schedule(days: int, expected: Status) -> None:
    slip = only_slip(assessed(lasting(sound_schedule(), days)))
    assert slip is expected


def only_slip(assessment: Assessment) -> Status:
    indicators = dimension(assessment, "schedule").indicators
    return next(each.status for each in indicators if each.name == "finish_slip_days")


def test_a_late_project_is_red_and_says_why() -> None:
    late = assessed(lasting(sound_schedule(), 31))
    assert status(late, "schedule") is Status.RED
    assert dimension(late, "schedule").reasons[0] == (
        "Finish against the baseline: 21 working days; red begins above 20 working days."
    )
    assert late.overall.status is Status.RED
    assert late.overall.reason == "Schedule: red"


def test_without_a_plan_nothing_is_known() -> None:
    assessment = assessed(None)
    assert {each.status for each in assessment.dimensions} == {Status.UNKNOWN}
    assert {each.reasons for each in assessment.dimensions} == {("no plan: none has been delivered yet",)}
    assert {each.outcome for each in assessment.results} == {Outcome.NOT_ASSESSABLE}
    assert all(each.value is None and each.reason for each in assessment.metrics)
    assert assessment.overall.status is Status.UNKNOWN
    assert assessment.data_date is None


def test_a_plan_decays_to_unknown_on_the_day_after_its_cadence_and_not_before() -> None:
    days = STANDARD.cadences.plan_update.days
    last_day = assessed(sound_schedule(), DATA_DATE + timedelta(days=days))
    assert status(last_day, "schedule") is Status.GREEN
    day_after = assessed(sound_schedule(), DATA_DATE + timedelta(days=days + 1))
    assert {each.status for each in day_after.dimensions} == {Status.UNKNOWN}
    assert dimension(day_after, "schedule").reasons == (
        "stale: the plan describes the project 46 days ago; 45 days are allowed",
    )
    assert day_after.overall.status is Status.UNKNOWN


def test_a_stale_plan_is_not_red_either_but_keeps_its_findings() -> None:
    stale = assessed(lasting(sound_schedule(), 31), DATA_DATE + timedelta(days=100))
    assert status(stale, "schedule") is Status.UNKNOWN
    assert any(each.outcome is Outcome.FAIL for each in stale.results)


def test_a_plan_is_late_before_it_is_stale() -> None:
    due = assessed(sound_schedule(), DATA_DATE + timedelta(days=31))
    late = assessed(sound_schedule(), DATA_DATE + timedelta(days=32))
    assert (status(due, "governance"), status(late, "governance")) == (Status.GREEN, Status.AMBER)


def test_a_plan_from_the_future_is_not_believed() -> None:
    ahead = STANDARD.cadences.plan_update.ahead_days
    assert status(assessed(sound_schedule(), DATA_DATE - timedelta(days=ahead)), "schedule") is Status.GREEN
    too_far = assessed(sound_schedule(), DATA_DATE - timedelta(days=ahead + 1))
    assert status(too_far, "schedule") is Status.UNKNOWN
    assert dimension(too_far, "schedule").reasons[0].startswith("not believable: ")


def test_a_plan_without_a_data_date_is_never_green() -> None:
    undated = assessed(replace(sound_schedule(), data_date=None))
    assert {each.status for each in undated.dimensions} == {Status.UNKNOWN}
    assert "no data date" in dimension(undated, "schedule").reasons[0]


def test_a_plan_without_a_baseline_is_never_green() -> None:
    schedule = sound_schedule()
    bare = replace(schedule, activities=tuple(replace(each, baseline=None) for each in schedule.activities))
    assessment = assessed(bare)
    assert status(assessment, "schedule") is Status.UNKNOWN
    assert status(assessment, "governance") is Status.UNKNOWN
    assert assessment.overall.status is Status.UNKNOWN
    assert assessment.overall.reason.startswith("Schedule, Governance: unknown (Finish against the baseline")


def test_a_plan_whose_links_run_in_a_circle_is_not_assessable_where_dates_are_needed() -> None:
    schedule = sound_schedule()
    loop = replace(schedule, links=(*schedule.links, Link("C", "B")))
    assessment = assessed(loop)
    outcomes = {each.rule: each for each in assessment.results}
    assert outcomes["negative_float"].outcome is Outcome.NOT_ASSESSABLE
    assert outcomes["missing_logic"].outcome is Outcome.PASS
    slip = next(each for each in assessment.metrics if each.metric == "finish_slip_days")
    assert slip.value is None
    assert slip.reason.startswith("The dates of the plan cannot be calculated: ")
    assert status(assessment, "schedule") is Status.UNKNOWN


def test_a_changed_limit_in_the_standard_changes_the_finding() -> None:
    schedule = sound_schedule()
    untied = replace(schedule, links=schedule.links[:2])
    lenient = STANDARD.model_copy(
        update={
            "rules": STANDARD.rules
            | {"missing_logic": STANDARD.rules["missing_logic"].model_copy(update={"limit": 100.0})}
        }
    )
    facts = facts_on(SOON, untied)
    found = [
        next(each for each in assess(facts, standard).results if each.rule == "missing_logic").outcome
        for standard in (STANDARD, lenient)
    ]
    assert found == [Outcome.FAIL, Outcome.PASS]


@pytest.mark.parametrize("schedule", [sound_schedule(), lasting(sound_schedule(), 31), None])
def test_it_survives_the_way_through_json(schedule: Schedule | None) -> None:
    assessment = assessed(schedule)
    assert from_dict(json.loads(json.dumps(to_dict(assessment)))) == assessment


@pytest.mark.parametrize("data", [{}, {"schema_version": 2}, {"schema_version": 1, "results": "none"}])
def test_data_that_is_no_assessment_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UnreadableAssessment):
        from_dict(data)


def test_the_next_change_by_time_alone_is_the_first_day_of_amber_then_of_stale() -> None:
    midnight = datetime(2026, 3, 9)
    first = changes_by_time_alone(STANDARD, DATA_DATE, SOON)
    assert first == midnight + timedelta(days=32)
    then = changes_by_time_alone(STANDARD, DATA_DATE, first)
    assert then == midnight + timedelta(days=46)
    assert changes_by_time_alone(STANDARD, DATA_DATE, then) is None


def test_the_day_on_which_the_data_date_becomes_stale_is_known_ahead() -> None:
    stale = STANDARD.rules["stale_data_date"].model_copy(update={"limit": 10.0})
    strict = STANDARD.model_copy(update={"rules": STANDARD.rules | {"stale_data_date": stale}})
    change = changes_by_time_alone(strict, DATA_DATE, SOON)
    assert change == datetime(2026, 3, 20)
    outcomes = [
        next(
            each.outcome
            for each in assess(facts_on(moment, sound_schedule()), strict).results
            if each.rule == "stale_data_date"
        )
        for moment in (change - timedelta(minutes=1), change)
    ]
    assert outcomes == [Outcome.PASS, Outcome.FAIL]


def test_between_two_changes_by_time_alone_the_statuses_stay() -> None:
    seen = DATA_DATE - timedelta(days=20)
    while (change := changes_by_time_alone(STANDARD, DATA_DATE, seen)) is not None:
        before = assessed(sound_schedule(), change - timedelta(minutes=1))
        after = assessed(sound_schedule(), change)
        assert [each.status for each in before.dimensions] != [each.status for each in after.dimensions]
        assert [each.status for each in assessed(sound_schedule(), seen).dimensions] == [
            each.status for each in before.dimensions
        ]
        seen = change


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["p6_defects_a_update.xer", "p6_300_update_2.xer"])
def test_a_real_plan_is_assessed_whole_and_alike_each_time(name: str, real_data: Path) -> None:
    path = real_data / "schedules" / "generated" / name
    schedule = read(path.read_bytes(), name).schedules[0]
    assert schedule.data_date
    as_of = schedule.data_date + timedelta(days=1)
    first, second = assessed(schedule, as_of), assessed(schedule, as_of)
    assert first == second
    assert {each.rule for each in first.results} == set(STANDARD.rules)
    assert all(each.sentence for each in first.results)
    assert from_dict(json.loads(json.dumps(to_dict(first)))) == first
