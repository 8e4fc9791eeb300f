"""How indicators make a dimension, and dimensions a project: the table of docs/methods/evidence-status.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.standard.small_standard import small_standard
from plumbline.engine.assessment.health import dimension_statuses, overall_status, worst_of
from plumbline.engine.assessment.records import DimensionStatus, IndicatorStatus, MetricResult, Status
from plumbline.engine.metrics.metric import Better, Unit
from plumbline.engine.rules.rule import LimitKind, Outcome, Severity
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.standard import DimensionHealth, Indicator, load_standard

PAGE = Path(__file__).resolve().parents[2] / "docs" / "methods" / "evidence-status.md"

GREEN, AMBER, RED, UNKNOWN = Status.GREEN, Status.AMBER, Status.RED, Status.UNKNOWN

statuses = st.sampled_from(Status)


def indicator(status: Status, required: bool = True) -> IndicatorStatus:
    return IndicatorStatus(kind="rule", name="x", title="X", status=status, reason="because", required=required)


def dimension(status: Status, required: bool = True, title: str = "Schedule") -> DimensionStatus:
    return DimensionStatus(
        dimension=title.lower(), title=title, status=status, reasons=("because",), indicators=(), required=required
    )


def decision_table(result: str) -> list[tuple[list[Status], list[Status], Status]]:
    """The rows of the page's table that ends in the column ``result``."""
    head = rf"^\| required .*\| {result} \|\n\|[-|]+\n((?:\|.*\n)+)"
    (rows,) = re.findall(head, PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    cells = [[cell.split(", ") if cell.strip() else [] for cell in row.split("|")[1:4]] for row in rows.splitlines()]
    named = [[[Status(each.strip()) for each in cell] for cell in row] for row in cells]
    return [(required, others, expected) for required, others, (expected,) in named]


@pytest.mark.parametrize(("required", "others", "expected"), decision_table("dimension"))
def test_a_dimension_is_as_its_worst_indicator(required: list[Status], others: list[Status], expected: Status) -> None:
    assert worst_of([indicator(each) for each in required] + [indicator(each, False) for each in others]) is expected


@given(st.lists(st.tuples(statuses, st.booleans()), min_size=1, max_size=6))
def test_missing_required_evidence_is_never_green(each: list[tuple[Status, bool]]) -> None:
    found = worst_of(indicator(status, required) for status, required in each)
    assert not (found is GREEN and (UNKNOWN, True) in each)
    assert found is not GREEN or any(status is GREEN for status, _ in each)


@given(st.lists(st.tuples(statuses, st.booleans()), min_size=1, max_size=6), st.booleans())
def test_more_bad_evidence_never_makes_it_better(each: list[tuple[Status, bool]], required: bool) -> None:
    order = [GREEN, UNKNOWN, AMBER, RED]
    indicators = [indicator(*one) for one in each]
    before, after = worst_of(indicators), worst_of([*indicators, indicator(RED, required)])
    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(("required", "others", "expected"), [*decision_table("project"), ([], [], UNKNOWN)])
def test_a_project_is_as_its_worst_dimension(required: list[Status], others: list[Status], expected: Status) -> None:
    dimensions = [dimension(each) for each in required] + [dimension(each, False) for each in others]
    assert overall_status(dimensions).status is expected


def test_the_overall_status_names_the_dimensions_that_decided_it() -> None:
    found = overall_status([dimension(RED), dimension(RED, title="Cost"), dimension(GREEN, title="Scope")])
    assert found.reason == "Schedule, Cost: red"


def rule_status(indicator: Indicator, value: float | None, kind: LimitKind, outcome: Outcome) -> IndicatorStatus:
    result = RuleResult(
        rule="missing_resources", family="f", title="The rule", outcome=outcome, numerator=1, denominator=2,
        value=value, limit=5, limit_kind=kind, severity=Severity.MAJOR, offenders=(), sentence="It is so.",
    )  # fmt: skip
    return only_indicator(indicator, {"missing_resources": result}, {})


def metric_status(indicator: Indicator, value: float | None, better: Better) -> IndicatorStatus:
    metric = MetricResult(
        metric="finish_slip_days", title="The number", value=value, unit=Unit.DAYS, better=better, reason="No plan."
    )
    return only_indicator(indicator, {}, {"finish_slip_days": metric})


def only_indicator(
    indicator: Indicator, results: dict[str, RuleResult], metrics: dict[str, MetricResult]
) -> IndicatorStatus:
    health = {"schedule": DimensionHealth(why="x", indicators=(indicator,))}
    standard = load_standard(small_standard()).model_copy(update={"health": health})
    (found,) = dimension_statuses(standard, results, metrics, stale="")
    return found.indicators[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, GREEN), (5, GREEN), (5.000001, AMBER), (20, AMBER), (20.000001, RED), (1e9, RED)],
)
@pytest.mark.parametrize("kind", [LimitKind.AT_MOST_PERCENT, LimitKind.AT_MOST_COUNT])
def test_a_value_at_the_limit_is_not_beyond_it_where_lower_is_better(
    value: float, expected: Status, kind: LimitKind
) -> None:
    assert (
        rule_status(Indicator(rule="missing_resources", amber=5, red=20), value, kind, Outcome.FAIL).status is expected
    )
    assert metric_status(Indicator(metric="finish_slip_days", amber=5, red=20), value, Better.LOWER).status is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.2, GREEN), (0.95, GREEN), (0.949999, AMBER), (0.85, AMBER), (0.849999, RED), (-1, RED)],
)
@pytest.mark.parametrize("kind", [LimitKind.AT_LEAST_RATIO, LimitKind.AT_LEAST_PERCENT])
def test_a_value_at_the_limit_is_not_beyond_it_where_higher_is_better(
    value: float, expected: Status, kind: LimitKind
) -> None:
    indicator = Indicator(rule="missing_resources", amber=0.95, red=0.85)
    assert rule_status(indicator, value, kind, Outcome.FAIL).status is expected
    indicator = Indicator(metric="finish_slip_days", amber=0.95, red=0.85)
    assert metric_status(indicator, value, Better.HIGHER).status is expected


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (Indicator(metric="finish_slip_days", amber=5), 1e6, AMBER),
        (Indicator(metric="finish_slip_days", red=5), 5, GREEN),
        (Indicator(metric="finish_slip_days", red=5), 5.1, RED),
    ],
)
def test_one_limit_alone_is_enough(indicator: Indicator, value: float, expected: Status) -> None:
    assert metric_status(indicator, value, Better.LOWER).status is expected


@pytest.mark.parametrize("colour", ["amber", "red"])
def test_a_rule_without_a_scale_gives_its_colour_when_it_fails(colour: str) -> None:
    indicator = Indicator.model_validate({"rule": "missing_resources", "on_fail": colour})
    assert rule_status(indicator, 1, LimitKind.AT_MOST_COUNT, Outcome.FAIL).status == colour
    assert rule_status(indicator, 0, LimitKind.AT_MOST_COUNT, Outcome.PASS).status is GREEN


@pytest.mark.parametrize("outcome", [Outcome.NOT_ASSESSABLE, Outcome.WAIVED])
@pytest.mark.parametrize("limits", [{"amber": 5}, {"on_fail": "red"}])
def test_what_is_not_assessable_or_waived_is_unknown(outcome: Outcome, limits: dict[str, object]) -> None:
    indicator = Indicator.model_validate({"rule": "missing_resources"} | limits)
    found = rule_status(indicator, None, LimitKind.AT_MOST_PERCENT, outcome)
    assert found.status is UNKNOWN
    assert "It is so." in found.reason


def test_a_number_that_cannot_be_measured_is_unknown_with_the_reason() -> None:
    found = metric_status(Indicator(metric="finish_slip_days", amber=5), None, Better.LOWER)
    assert found.status is UNKNOWN
    assert found.reason == "The number: not measurable. No plan."


@pytest.mark.parametrize(
    ("better", "value", "expected"), [("lower", 6, AMBER), ("higher", 6, GREEN), ("higher", 4, AMBER)]
)
def test_for_a_rule_without_a_limit_the_standard_says_which_way_is_better(
    better: str, value: float, expected: Status
) -> None:
    indicator = Indicator.model_validate({"rule": "missing_resources", "amber": 5, "better": better})
    assert rule_status(indicator, value, LimitKind.NONE, Outcome.PASS).status is expected


def test_a_reason_never_shows_a_value_as_equal_to_a_limit_that_it_is_beyond() -> None:
    indicator = Indicator(rule="missing_resources", amber=5)
    found = rule_status(indicator, 5.0004, LimitKind.AT_MOST_PERCENT, Outcome.FAIL)
    assert found.reason == "The rule: 5.0004 %; amber begins above 5 %."


def test_the_reasons_of_a_dimension_begin_with_what_decided_it() -> None:
    standard = load_standard(small_standard())
    results = {}
    for name, value, outcome in (
        ("missing_logic", 30.0, Outcome.FAIL),
        ("critical_path_length_index", None, Outcome.NOT_ASSESSABLE),
        ("missing_resources", 0.0, Outcome.PASS),
    ):
        kind = LimitKind.AT_LEAST_RATIO if value is None else LimitKind.AT_MOST_PERCENT
        results[name] = RuleResult(
            rule=name, family="f", title=name, outcome=outcome, numerator=1, denominator=2, value=value, limit=5,
            limit_kind=kind, severity=Severity.MAJOR, offenders=(), sentence="So.",
        )  # fmt: skip
    slip = MetricResult(metric="finish_slip_days", title="Slip", value=6.0, unit=Unit.DAYS, better=Better.LOWER)
    schedule, resources = dimension_statuses(standard, results, {"finish_slip_days": slip}, stale="")
    assert (schedule.status, resources.status) == (RED, GREEN)
    assert [each.partition(":")[0] for each in schedule.reasons] == [
        "missing_logic",
        "Slip",
        "critical_path_length_index",
    ]


def test_a_dimension_without_indicators_is_not_shown() -> None:
    health = {"schedule": DimensionHealth(why="x", indicators=(Indicator(metric="finish_slip_days", amber=5),))}
    standard = load_standard(small_standard()).model_copy(update={"health": health})
    slip = MetricResult(metric="finish_slip_days", title="Slip", value=0.0, unit=Unit.DAYS, better=Better.LOWER)
    assert [each.dimension for each in dimension_statuses(standard, {}, {"finish_slip_days": slip}, "")] == ["schedule"]
