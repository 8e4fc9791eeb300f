"""Every metric measures what its cases say, and says why where it cannot."""

from __future__ import annotations

import pytest

from engine.metrics.metric_cases import CASES, MetricCase, metric_cases
from plumbline.engine.catalogue import CataloguedMetric, metrics


@pytest.mark.parametrize("case", [case for metric in metrics() for case in metric_cases(metric)], ids=str)
def test_the_case_measures_what_it_says(case: MetricCase) -> None:
    case.prove()


@pytest.mark.parametrize("metric", metrics(), ids=lambda each: each.name)
def test_every_metric_has_a_case_that_is_measured_and_one_that_cannot_be(metric: CataloguedMetric) -> None:
    assert {case.is_measured for case in metric_cases(metric)} == {True, False}


def test_every_case_file_belongs_to_a_metric() -> None:
    assert {each.stem for each in CASES.iterdir()} == {each.name for each in metrics()}


@pytest.mark.parametrize("metric", metrics(), ids=lambda each: each.name)
def test_every_metric_says_what_it_is_for(metric: CataloguedMetric) -> None:
    assert metric.metric.title
    assert metric.metric.why.endswith((".", "?"))
