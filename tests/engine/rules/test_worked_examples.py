"""The worked examples that the field's literature gives, as plans."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.rules.case_files import facts_of
from plumbline.engine.catalogue import rule_named
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult


def judged(name: str, plan: dict[str, Any], **parameters: float | str) -> RuleResult:
    catalogued = rule_named(name)
    return catalogued.judge(facts_of(plan), catalogued.rule.settings(parameters=parameters))


def two_hundred_tasks(without_successor: int) -> dict[str, Any]:
    """Tasks between two milestones, of which so many lead nowhere."""
    names = [f"T{number}" for number in range(200)]
    return {
        "activities": [
            {"id": "START", "kind": "start milestone"},
            *({"id": name} for name in names),
            {"id": "FINISH", "kind": "finish milestone"},
        ],
        "links": [
            *(f"START FS {name}" for name in names),
            *(f"{name} FS FINISH" for name in names[without_successor:]),
        ],
    }


def three_hundred_links(kind: str, lag: str, of_them: int) -> dict[str, Any]:
    """A chain of 301 tasks of which so many links have this kind and lag."""
    links = [f"T{number} FS T{number + 1}" for number in range(300)]
    for number in range(of_them):
        links[number] = f"T{number} {kind} T{number + 1} {lag}"
    return {"activities": [{"id": f"T{number}"} for number in range(301)], "links": links}


@pytest.mark.parametrize(("missing", "value", "outcome"), [(10, 5.0, Outcome.PASS), (11, 5.5, Outcome.FAIL)])
def test_ten_of_two_hundred_open_ends_are_allowed_and_eleven_are_not(
    missing: int, value: float, outcome: Outcome
) -> None:
    result = judged("missing_logic", two_hundred_tasks(missing))

    assert (result.numerator, result.denominator, result.value, result.outcome) == (missing, 200, value, outcome)


@pytest.mark.parametrize(("lags", "value", "outcome"), [(15, 5.0, Outcome.PASS), (16, 5.3333, Outcome.FAIL)])
def test_fifteen_lags_on_three_hundred_links_are_allowed_and_sixteen_are_not(
    lags: int, value: float, outcome: Outcome
) -> None:
    result = judged("lags", three_hundred_links("FS", "+1d", lags))

    assert (result.numerator, result.denominator, result.outcome) == (lags, 300, outcome)
    assert result.value == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(("others", "value", "outcome"), [(30, 90.0, Outcome.PASS), (31, 89.6667, Outcome.FAIL)])
def test_270_of_three_hundred_links_finish_to_start_are_enough_and_269_are_not(
    others: int, value: float, outcome: Outcome
) -> None:
    result = judged("relationship_types", three_hundred_links("SS", "+0d", others))

    assert (result.numerator, result.denominator, result.outcome) == (300 - others, 300, outcome)
    assert result.value == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(("variant", "finished", "value"), [("dau", 71, 0.8875), ("due_only", 68, 0.85)])
def test_of_eighty_due_68_are_done_and_three_before_their_time(variant: str, finished: int, value: float) -> None:
    past, due, later = "2026-03-06 17:00", "2026-03-09 17:00", "2026-04-30 17:00"
    done = {"started": "2026-03-02 08:00", "finished": past}
    activities = [
        *({"id": f"DONE{number}", **done, "baseline": {"finish": due}} for number in range(68)),
        *({"id": f"DUE{number}", "baseline": {"finish": due}} for number in range(12)),
        *({"id": f"EARLY{number}", **done, "baseline": {"finish": later}} for number in range(3)),
        *({"id": f"LATER{number}", "baseline": {"finish": later}} for number in range(40)),
    ]

    result = judged(
        "baseline_execution_index", {"data_date": "2026-03-16 08:00", "activities": activities}, variant=variant
    )

    assert (result.numerator, result.denominator, result.value) == (finished, 80, value)
    assert result.outcome is Outcome.FAIL


@pytest.mark.parametrize(
    ("length", "total_float", "value", "outcome"),
    [(250, -10, 0.96, Outcome.PASS), (250, -20, 0.92, Outcome.FAIL), (200, 12, 1.06, Outcome.PASS)],
)
def test_the_critical_path_length_index_sets_float_against_length(
    length: int, total_float: int, value: float, outcome: Outcome
) -> None:
    promised = working_day(length + total_float)
    plan = {
        "data_date": "2026-03-02 08:00",
        "activities": [
            {"id": "A", "days": length},
            {"id": "FINISH", "kind": "finish milestone", "baseline": {"finish": promised}},
        ],
        "links": ["A FS FINISH"],
    }

    result = judged("critical_path_length_index", plan)

    assert (result.numerator, result.denominator) == (length + total_float, length)
    assert (result.value, result.outcome) == (value, outcome)


def working_day(number: int) -> str:
    """The end of so many working days from Monday 2 March 2026 on, Monday to Friday."""
    weeks, days = divmod(number - 1, 5)
    return f"{datetime(2026, 3, 2, 17) + timedelta(weeks=weeks, days=days):%Y-%m-%d %H:%M}"
