"""Each point of a definition of ready or done is met, not met or not known, and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from engine.rules.case_files import schedule_of
from engine.small_project import predictive
from plumbline.engine.acceptance import AcceptanceFacts, AskedPoint, Check, CriterionFact, DeliverableFact, Result
from plumbline.engine.assess import assess
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readiness import Looked, standings

PLAN = PlanFacts(schedule_of({"activities": [{"id": "W", "kind": "summary"}]}))
SOUND = DeliverableFact(
    key="1", reference="D-1", name="Gate", wbs_key="W", has_owner=True, requirements=2, started_on=None
)
MET = CriterionFact(
    key="1",
    reference="AC-1",
    title="Opens",
    deliverable="1",
    agreed_on=date(2026, 2, 1),
    result=Result.GREEN,
    accepted=True,
)


def said(check: Check, looked: Looked) -> tuple[bool | None, str]:
    (found,) = standings([AskedPoint(name="point", question="Is it so?", check=check)], looked, {})
    return found.met, found.why


@pytest.mark.parametrize("check", list(Check))
def test_a_deliverable_that_lacks_nothing_meets_every_check(check: Check) -> None:
    assert said(check, Looked(SOUND, [MET], PLAN)) == (True, "")


@pytest.mark.parametrize(
    ("check", "change", "why"),
    [
        (Check.HAS_OWNER, {"has_owner": False}, "no owner"),
        (Check.IN_PLAN, {"wbs_key": ""}, "no element of the plan"),
        (Check.IN_PLAN, {"wbs_key": "X"}, "its element is not in the newest plan"),
        (Check.REQUIREMENTS_COVERED, {"bare_requirements": 1}, "1 of 2 requirements without a criterion"),
        (Check.REQUIREMENTS_COVERED, {"requirements": 0}, "no requirement"),
    ],
)
def test_what_a_deliverable_lacks_is_named(check: Check, change: dict[str, object], why: str) -> None:
    assert said(check, Looked(replace(SOUND, **change), [MET], PLAN)) == (False, why)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("check", "change", "why"),
    [
        (Check.CRITERIA_AGREED, {"agreed_on": None}, "not agreed: AC-2"),
        (Check.CRITERIA_TESTABLE, {"is_testable": False}, "cannot be tried: AC-2"),
        (Check.ACCEPTOR_NAMED, {"has_acceptor": False}, "nobody to accept: AC-2"),
        (Check.CRITERIA_GREEN, {"result": Result.FLAKY, "accepted": None}, "not green: AC-2"),
        (Check.EVIDENCE_FRESH, {"result": Result.STALE}, "without fresh evidence: AC-2"),
        (Check.EVIDENCE_FRESH, {"result": Result.UNTESTED, "accepted": None}, "without fresh evidence: AC-2"),
        (Check.ACCEPTED, {"accepted": None}, "not accepted: AC-2"),
        (Check.ACCEPTED, {"accepted": False}, "not accepted: AC-2"),
    ],
)
def test_the_criterion_that_is_missing_is_named(check: Check, change: dict[str, object], why: str) -> None:
    other = replace(MET, key="2", reference="AC-2", **change)  # type: ignore[arg-type]
    assert said(check, Looked(SOUND, [MET, other], PLAN)) == (False, why)
    assert said(check, Looked(SOUND, [], PLAN)) == (False, "no criterion")


def test_many_are_not_all_named() -> None:
    many = [replace(MET, reference=f"AC-{each}", agreed_on=None) for each in range(1, 9)]
    assert said(Check.CRITERIA_AGREED, Looked(SOUND, many, PLAN))[1].endswith("AC-4, AC-5 and 3 more")


def test_without_a_plan_nobody_knows_whether_it_stands_there() -> None:
    assert said(Check.IN_PLAN, Looked(SOUND, [MET], None)) == (None, "")


def test_what_people_have_to_answer_is_not_met_before_they_do() -> None:
    asked = AskedPoint(name="permits", question="Are the permits there?")
    looked = Looked(SOUND, [MET], PLAN)
    found = [standings([asked], looked, answers)[0] for answers in ({}, {"permits": False}, {"permits": True})]
    assert [(each.met, each.holds_up) for each in found] == [(None, True), (False, True), (True, False)]
    assert not standings([replace(asked, mandatory=False)], looked, {})[0].holds_up


def test_no_more_requirements_are_bare_than_there_are() -> None:
    with pytest.raises(ValueError, match="D-1: 3 of 2 cannot be bare"):
        replace(SOUND, bare_requirements=3)


def test_the_definitions_are_those_of_the_standard_that_assesses() -> None:
    begun = replace(SOUND, has_owner=False, started_on=date(2026, 2, 16))
    facts = ProjectFacts(as_of=datetime(2026, 3, 2, 8), acceptance=AcceptanceFacts((begun,), (MET,)))
    found = next(each for each in assess(facts, predictive()).results if each.rule == "work_not_ready")
    assert "Does somebody answer for the deliverable: no owner" in found.offenders[0].detail
