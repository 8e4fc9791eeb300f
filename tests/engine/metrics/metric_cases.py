"""Cases of a metric as files: ``cases/<metric>.yaml``, a list of small plans and what is measured in them.

- says: what the case shows
  as_of: 2026-03-20
  plan: {...}        # as in the cases of the rules; left out where no plan was delivered
  previous: {...}    # the plan before
  deliverables: []   # with criteria: see acceptance_lines
  capacity: {...}    # hours of people: see capacity_lines
  costs: {A: 100}    # budget by activity
  promised_costs: {A: 90}
  assigned_costs: {A: 100}
  value: {pv: 1, ev: 1, ac: 1, bac: 2, spi_t: 1, known_until: 2026-01-31}   # empty: promised, nothing told
  expect: 5.0        # or the reason why it cannot be measured
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.acceptance_lines import acceptance_of
from engine.capacity_lines import capacity_of
from engine.rules.case_files import schedule_of
from plumbline.engine.catalogue import CataloguedMetric
from plumbline.engine.earned_value import Standing
from plumbline.engine.earned_value.facts import ValueFacts
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.schedule import Activity, Assignment, Baseline, Schedule

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class MetricCase:
    metric: CataloguedMetric
    content: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.metric.name}: {self.content['says']}"

    @property
    def is_measured(self) -> bool:
        return not isinstance(self.content["expect"], str)

    def prove(self) -> None:
        found = self.metric.measure(_facts_of(self.content))
        if self.is_measured:
            assert found.value == pytest.approx(self.content["expect"], abs=1e-9), found.reason
        else:
            assert found.value is None
            assert self.content["expect"] in found.reason


def metric_cases(metric: CataloguedMetric) -> Iterator[MetricCase]:
    path = CASES / f"{metric.name}.yaml"
    for each in yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else ():
        yield MetricCase(metric, each)


def _facts_of(content: dict[str, Any]) -> ProjectFacts:
    return ProjectFacts(
        as_of=datetime.combine(content.get("as_of", datetime(2026, 3, 2).date()), time(12)),
        plan=_plan_of(content, "plan"),
        previous_plan=_plan_of(content, "previous"),
        acceptance=acceptance_of(content),
        value=_value_of(content),
        capacity=capacity_of(content),
    )


def _value_of(content: dict[str, Any]) -> ValueFacts | None:
    if "value" not in content:
        return None
    told = {"promised_on": datetime(2026, 1, 1).date()} | content["value"]
    sums = {name: told.pop(name) for name in ("pv", "ev", "ac", "bac") if name in told}
    return ValueFacts(standing=Standing(**sums) if sums else None, **told)


def _plan_of(content: dict[str, Any], key: str) -> PlanFacts | None:
    return PlanFacts(_with_costs(schedule_of(content[key]), content)) if key in content else None


def _with_costs(schedule: Schedule, content: dict[str, Any]) -> Schedule:
    return replace(
        schedule,
        activities=tuple(_with_cost(each, content) for each in schedule.activities),
        assignments=tuple(Assignment(uid, cost=cost) for uid, cost in content.get("assigned_costs", {}).items()),
    )


def _with_cost(activity: Activity, content: dict[str, Any]) -> Activity:
    promised = content.get("promised_costs", {}).get(activity.uid)
    if promised is not None:
        activity = replace(activity, baseline=replace(activity.baseline or Baseline(), cost=promised))
    return replace(activity, budget=content.get("costs", {}).get(activity.uid))
