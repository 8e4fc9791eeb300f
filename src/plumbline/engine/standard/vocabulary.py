"""The rules and metrics a standard may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plumbline.engine import catalogue
from plumbline.engine.metrics.metric import Metric
from plumbline.engine.rules.rule import Rule


@dataclass(frozen=True)
class Vocabulary:
    rules: Mapping[str, Rule]
    metrics: Mapping[str, Metric]


@cache
def catalogued() -> Vocabulary:
    """Everything the engine itself can check and measure."""
    return Vocabulary(
        rules={each.name: each.rule for each in catalogue.rules()},
        metrics={each.name: each.metric for each in catalogue.metrics()},
    )
