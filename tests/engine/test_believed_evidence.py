"""How long evidence is believed is the standard's: on the last day it is green, on the next it is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.standard.small_standard import small_standard
from plumbline import library
from plumbline.engine.acceptance import (
    EVIDENCE_DAYS,
    AcceptanceFacts,
    CriterionFact,
    DeliverableFact,
    Result,
    believed,
    is_too_old,
)
from plumbline.engine.assess import assess
from plumbline.engine.assessment import last_days_of_evidence
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.standard import Standard, bundle, load_standard

SEEN = date(2026, 3, 2)
DAYS = {"predictive": 30, "agile": 14, "hybrid": 28, "pm2": 60, "uk_gates": 92}


def weld(result: Result = Result.GREEN) -> CriterionFact:
    return CriterionFact(
        key="1", reference="AC-1", title="The weld holds", deliverable="1", result=result, evidence_on=SEEN
    )


def facts(days_later: int, result: Result = Result.GREEN) -> ProjectFacts:
    lock = DeliverableFact(key="1", reference="D-1", name="Lock")
    moment = datetime(2026, 3, 2, 23, 59) + timedelta(days=days_later)
    return ProjectFacts(as_of=moment, acceptance=AcceptanceFacts((lock,), (weld(result),)))


def builtin(name: str) -> Standard:
    return load_standard(bundle(library.files_of(name), library.files_of))


def stale_in(standard: Standard, days_later: int) -> int:
    found = assess(facts(days_later), standard)
    return next(each.numerator or 0 for each in found.results if each.rule == "stale_acceptance_evidence")


@pytest.mark.parametrize(("name", "days"), DAYS.items())
def test_each_built_in_standard_says_how_long_and_why(name: str, days: int) -> None:
    standard = builtin(name)
    said = standard.cadences.acceptance_evidence
    assert said is not None
    assert (said.days, standard.evidence_days) == (days, days)
    assert "owner's choice" in " ".join(said.why.split())
    assert [stale_in(standard, each) for each in (days, days + 1)] == [0, 1]
    assert list(last_days_of_evidence(facts(0), standard)) == [SEEN + timedelta(days=days)]


def test_where_a_standard_says_nothing_it_is_thirty_days() -> None:
    silent = load_standard(small_standard())
    assert silent.cadences.acceptance_evidence is None
    assert silent.evidence_days == EVIDENCE_DAYS == 30


@pytest.mark.parametrize("result", [each for each in Result if each is not Result.GREEN])
def test_what_is_not_green_grows_no_older(result: Result) -> None:
    assert believed([weld(result)], SEEN + timedelta(days=9999), 1) == (weld(result),)
    assert not list(last_days_of_evidence(facts(0, result), builtin("agile")))


def test_green_without_a_day_stays_as_it_is() -> None:
    undated = replace(weld(), evidence_on=None)
    assert believed([undated], SEEN + timedelta(days=9999), 1) == (undated,)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 400), st.integers(-3, 800))
def test_what_is_too_old_stays_too_old(days: int, later: int) -> None:
    today = SEEN + timedelta(days=later)
    assert is_too_old(SEEN, today, days) == (later > days)
    if is_too_old(SEEN, today, days):
        assert is_too_old(SEEN, today + timedelta(days=1), days)
