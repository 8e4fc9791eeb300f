"""The practice metrics, found by walking their folder: nothing is registered anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from plumbline.engine.practice import metrics as package
from plumbline.engine.practice.practice_metric import CataloguedPracticeMetric


@cache
def practice_metrics() -> tuple[CataloguedPracticeMetric, ...]:
    """All, in the order of their ids."""
    found = []
    for each in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{each.name}")
        found.append(CataloguedPracticeMetric(each.name, module.METRIC, module.calculate))
    return tuple(sorted(found, key=lambda each: int(each.metric.id.removeprefix("K"))))
