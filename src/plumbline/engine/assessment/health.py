"""From results and numbers to the colour of a dimension and of a project.

The limits are the standard's; the order of the colours is the product's: missing evidence is never green.
The whole decision table is in docs/methods/evidence-status.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plumbline.engine.assessment.records import (
    DimensionStatus,
    IndicatorStatus,
    MetricResult,
    OverallStatus,
    Status,
)
from plumbline.engine.metrics.metric import Better
from plumbline.engine.rules.rule import LimitKind, Outcome
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.standard.references import better_way
from plumbline.engine.standard.schema import Indicator, Standard

_WORST_FIRST = (Status.RED, Status.AMBER, Status.UNKNOWN, Status.GREEN)


def dimension_statuses(
    standard: Standard,
    results: Mapping[str, RuleResult],
    metrics: Mapping[str, MetricResult],
    stale: str,
) -> tuple[DimensionStatus, ...]:
    """The status of each dimension that the standard has indicators for, in the standard's order.

    ``results`` and ``metrics`` are by name. ``stale`` says why the plan is no evidence; then nothing is known.
    """
    found = []
    for name, text in standard.dimensions.items():
        if health := standard.health.get(name):
            indicators = tuple(_indicator_status(each, results, metrics) for each in health.indicators)
            status = Status.UNKNOWN if stale else worst_of(indicators)
            found.append(
                DimensionStatus(
                    dimension=name,
                    title=text.title,
                    status=status,
                    reasons=(stale,) if stale else _reasons(status, indicators),
                    indicators=indicators,
                    required=health.required,
                )
            )
    return tuple(found)


def worst_of(indicators: Iterable[IndicatorStatus]) -> Status:
    """Red if any is red, else amber if any is amber, else unknown if a required one or all are, else green."""
    indicators = tuple(indicators)
    statuses = {each.status for each in indicators}
    for bad in (Status.RED, Status.AMBER):
        if bad in statuses:
            return bad
    gap = any(each.required and each.status is Status.UNKNOWN for each in indicators)
    return Status.UNKNOWN if gap or Status.GREEN not in statuses else Status.GREEN


def overall_status(dimensions: Iterable[DimensionStatus]) -> OverallStatus:
    """A project is as its worst dimension; a required dimension that is unknown keeps it from being green."""
    dimensions = tuple(dimensions)
    for bad in (Status.RED, Status.AMBER):
        if named := _titles(each for each in dimensions if each.status is bad):
            return OverallStatus(bad, f"{named}: {bad}")
    gaps = [each for each in dimensions if each.required and each.status is Status.UNKNOWN]
    if gaps:
        return OverallStatus(Status.UNKNOWN, f"{_titles(gaps)}: unknown ({gaps[0].reasons[0]})")
    green = [each for each in dimensions if each.status is Status.GREEN]
    if not green:
        return OverallStatus(Status.UNKNOWN, "nothing could be assessed")
    return OverallStatus(Status.GREEN, f"{_titles(green)}: green")


def _titles(dimensions: Iterable[DimensionStatus]) -> str:
    return ", ".join(each.title for each in dimensions)


def _reasons(status: Status, indicators: tuple[IndicatorStatus, ...]) -> tuple[str, ...]:
    deciding = [each for each in indicators if each.status is status]
    others = [each for each in indicators if each.status is not status and each.status is not Status.GREEN]
    return tuple(each.reason for each in deciding + sorted(others, key=lambda each: _WORST_FIRST.index(each.status)))


def _indicator_status(
    indicator: Indicator, results: Mapping[str, RuleResult], metrics: Mapping[str, MetricResult]
) -> IndicatorStatus:
    if indicator.rule is not None:
        result = results[indicator.rule]
        kind, title = "rule", result.title
        status, reason = _rule_status(indicator, result)
    else:
        metric = metrics[indicator.name]
        kind, title = "metric", metric.title
        status, reason = _metric_status(indicator, metric)
    return IndicatorStatus(
        kind=kind, name=indicator.name, title=title, status=status, reason=reason, required=indicator.required
    )


def _rule_status(indicator: Indicator, result: RuleResult) -> tuple[Status, str]:
    if result.outcome in (Outcome.NOT_ASSESSABLE, Outcome.WAIVED) or result.value is None:
        return Status.UNKNOWN, f"{result.title}: {result.outcome}. {result.sentence}"
    if indicator.on_fail is not None:
        failed = result.outcome is Outcome.FAIL
        return Status(indicator.on_fail) if failed else Status.GREEN, f"{result.title}: {result.sentence}"
    better = better_way(result.limit_kind, indicator)
    return _against_limits(indicator, result.title, result.value, better, _unit_of(result.limit_kind))


def _metric_status(indicator: Indicator, metric: MetricResult) -> tuple[Status, str]:
    if metric.value is None:
        return Status.UNKNOWN, f"{metric.title}: not measurable. {metric.reason}"
    unit = f" {metric.unit}".rstrip()
    return _against_limits(indicator, metric.title, metric.value, metric.better, unit)


def _against_limits(indicator: Indicator, title: str, value: float, better: Better, unit: str) -> tuple[Status, str]:
    side = "below" if better is Better.HIGHER else "above"
    for status, limit in ((Status.RED, indicator.red), (Status.AMBER, indicator.amber)):
        if limit is not None and (value < limit if better is Better.HIGHER else value > limit):
            return status, f"{title}: {shown(value, limit)}{unit}; {status} begins {side} {limit:g}{unit}."
    nearest = indicator.amber if indicator.amber is not None else indicator.red
    assert nearest is not None
    edge = "at least" if better is Better.HIGHER else "at most"
    return Status.GREEN, f"{title}: {shown(value, nearest)}{unit}; {edge} {nearest:g}{unit} is green."


def shown(value: float, limit: float) -> str:
    """Two decimals, and more where two would make a value look equal to a limit that it is not equal to."""
    for decimals in range(2, 10):
        text = f"{value:.{decimals}f}"
        if float(text) != limit or value == limit:
            break
    return text.rstrip("0").rstrip(".")


def _unit_of(kind: LimitKind) -> str:
    return {LimitKind.AT_LEAST_RATIO: "", LimitKind.AT_MOST_COUNT: ""}.get(kind, " %")
