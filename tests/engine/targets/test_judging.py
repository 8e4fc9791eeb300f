"""Whether a promise is realistic, and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.reference_classes import Chance
from plumbline.engine.targets import (
    Asked,
    Card,
    Kind,
    OutsideView,
    PastForecast,
    Simulated,
    Source,
    Target,
    Verdict,
    Weight,
    judge,
)

TODAY = date(2026, 3, 2)
PROMISED = date(2026, 9, 30)
PLANNED = date(2026, 9, 1)
SOUND: dict[str, Any] = {
    "expected": PLANNED,
    "buffer": 21.0,
    "simulated": Simulated(date(2026, 9, 10), date(2026, 9, 24), 0.86),
}


def target(**told: Any) -> Target:
    return Target(**({"key": "T-1", "name": "Opening", "kind": Kind.FINISH, "committed": PROMISED} | told))


def card(**told: Any) -> Card:
    return judge(target(**(SOUND | told)), TODAY)


def said(found: Card, source: Source) -> tuple[Weight, str]:
    return next((each.weight, each.sentence) for each in found.reasons if each.source is source)


def outside(least: float, most: float | None = None, **told: Any) -> OutsideView:
    return OutsideView("12 depots", Chance(least, least if most is None else most), **told)


def test_a_promise_that_plan_and_simulation_keep_is_realistic() -> None:
    found = card()
    assert found.verdict is Verdict.REALISTIC
    assert found.against == ()


def test_a_plan_beyond_the_promise_makes_it_not_realistic() -> None:
    found = card(expected=date(2026, 10, 12), buffer=-8.0)
    assert found.verdict is Verdict.NOT_REALISTIC
    sentence = "The plan itself comes to 12 October 2026, 12 days too late."
    assert said(found, Source.PLAN) == (Weight.CONTRADICTS, sentence)


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [(0.49, Verdict.NOT_REALISTIC), (0.5, Verdict.IN_DOUBT), (0.79, Verdict.IN_DOUBT), (0.8, Verdict.REALISTIC)],
)
def test_the_chance_of_the_simulation_decides(chance: float, verdict: Verdict) -> None:
    assert card(simulated=Simulated(PLANNED, PROMISED, chance)).verdict is verdict


def test_without_a_source_that_knows_chances_nobody_knows() -> None:
    found = card(simulated=None)
    assert found.verdict is Verdict.UNKNOWN
    assert said(found, Source.SIMULATION) == (Weight.SILENT, "No simulation has been run for it.")


def test_a_simulation_of_another_plan_says_nothing() -> None:
    found = card(simulated=Simulated(PLANNED, PLANNED, 1.0, is_current=False))
    assert found.verdict is Verdict.UNKNOWN


def test_a_simulation_alone_is_not_enough_where_the_plan_says_nothing() -> None:
    found = card(expected=None, buffer=None, missing="The milestone is in the plan no more.")
    assert found.verdict is Verdict.UNKNOWN
    assert said(found, Source.PLAN)[1] == "The milestone is in the plan no more."


@pytest.mark.parametrize(
    ("least", "most", "weight"),
    [
        (0.9, 0.9, Weight.SUPPORTS),
        (0.9, 1.0, Weight.SUPPORTS),
        (0.6, 0.6, Weight.DOUBTS),
        (0.0, 0.7, Weight.DOUBTS),
        (0.0, 0.45, Weight.CONTRADICTS),
        (0.3, 0.3, Weight.CONTRADICTS),
        (0.0, 1.0, Weight.SILENT),
        (0.52, 1.0, Weight.SILENT),
    ],
)
def test_the_outside_view_weighs_what_it_is_sure_of(least: float, most: float, weight: Weight) -> None:
    assert said(card(outside=outside(least, most)), Source.OUTSIDE_VIEW)[0] is weight


def test_a_class_without_chances_still_doubts_what_its_uplift_passes() -> None:
    found = card(outside=outside(0.0, 1.0, p50=date(2026, 11, 2)))
    assert said(found, Source.OUTSIDE_VIEW) == (Weight.DOUBTS, "With what 12 depots adds, it comes to 2 November 2026.")
    assert found.verdict is Verdict.IN_DOUBT


def test_a_class_that_is_too_small_says_why_it_is_silent() -> None:
    found = card(outside=outside(0.0, 1.0, gap="Depots has 2 cases; 10 are needed before it says anything."))
    assert said(found, Source.OUTSIDE_VIEW)[1].startswith("Depots has 2 cases")


def test_forecasts_that_slip_by_half_of_what_goes_by_lead_beyond_the_promise() -> None:
    past = tuple(
        PastForecast(TODAY - timedelta(days=30 * ago), PLANNED - timedelta(days=15 * ago)) for ago in (3, 2, 1, 0)
    )
    found = card(past=past)
    assert found.verdict is Verdict.IN_DOUBT
    weight, sentence = said(found, Source.TREND)
    assert weight is Weight.DOUBTS
    assert sentence == (
        "Over 4 plans the forecast moved later by 15.2 days a month; going on like that, it comes to 3 March 2027."
    )


def test_a_forecast_that_stands_still_is_said_to_move_not_at_all() -> None:
    past = tuple(PastForecast(TODAY - timedelta(days=30 * ago), PLANNED) for ago in (3, 2, 1, 0))
    assert said(card(past=past), Source.TREND)[1].startswith("Over 4 plans the forecast moved not at all; going on")


def test_a_finish_that_flees_as_fast_as_time_goes_by_is_not_realistic() -> None:
    past = tuple(PastForecast(TODAY - timedelta(days=d), PLANNED - timedelta(days=d)) for d in (60, 30, 0))
    assert card(past=past).verdict is Verdict.NOT_REALISTIC


def test_two_forecasts_are_no_trend() -> None:
    past = tuple(PastForecast(TODAY - timedelta(days=d), PLANNED - timedelta(days=3 * d)) for d in (60, 0))
    assert said(card(past=past), Source.TREND)[0] is Weight.SILENT


def test_a_forecast_that_got_better_is_not_believed_beyond_today() -> None:
    past = tuple(PastForecast(TODAY - timedelta(days=d), PLANNED + timedelta(days=d)) for d in (60, 30, 0))
    found = card(past=past)
    assert found.trend is not None
    assert found.trend.leads_to == PLANNED


def test_a_promise_without_days_to_spare_is_in_doubt() -> None:
    found = card(buffer=2.0)
    assert found.verdict is Verdict.IN_DOUBT
    assert [each.sentence for each in found.against] == ["2 working days in hand; what is asked for: 5 working days."]


def test_a_day_that_has_gone_by_is_not_realistic_whatever_else_is_said() -> None:
    found = card(committed=date(2026, 3, 1))
    assert found.verdict is Verdict.NOT_REALISTIC


def test_a_budget_is_judged_like_a_date() -> None:
    told: dict[str, Any] = {"kind": Kind.BUDGET, "committed": 1_000_000.0, "expected": 970_000.0, "buffer": 30_000.0}
    found = judge(target(**told, simulated=Simulated(990_000.0, 1_080_000.0, 0.58)), TODAY)
    assert found.verdict is Verdict.IN_DOUBT
    assert said(found, Source.BUFFER)[1] == "30,000 in hand; what is asked for: 50,000."
    assert "half end by 990,000, four of five by 1,080,000" in said(found, Source.SIMULATION)[1]


@pytest.mark.parametrize(("reached", "verdict"), [(PROMISED, Verdict.KEPT), (date(2026, 10, 1), Verdict.MISSED)])
def test_what_has_ended_was_kept_or_missed(reached: date, verdict: Verdict) -> None:
    assert card(reached=reached).verdict is verdict


def test_days_and_amounts_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="T-1"):
        target(kind=Kind.BUDGET)


def test_an_office_may_ask_for_more() -> None:
    strict = Asked(likely=0.9)
    assert judge(target(**SOUND), TODAY, strict).verdict is Verdict.IN_DOUBT


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_better_chance_never_makes_the_verdict_worse(one: float, other: float) -> None:
    order = [Verdict.NOT_REALISTIC, Verdict.IN_DOUBT, Verdict.REALISTIC]
    low, high = sorted((one, other))
    verdicts = [order.index(card(simulated=Simulated(PLANNED, PROMISED, each)).verdict) for each in (low, high)]
    assert verdicts[0] <= verdicts[1]
