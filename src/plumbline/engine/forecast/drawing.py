"""Which durations of a plan are drawn and from what, and what else is drawn beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from plumbline.engine.forecast.distributions import Discrete, Distribution, Floats, InvalidEstimate, ThreePoint
from plumbline.engine.forecast.drawing_steps import DrawnRows
from plumbline.engine.forecast.inputs import Branch, Correlated, Driver, EstimateRule, Impact, RiskEvent, RiskInputs
from plumbline.engine.forecast.sampling import Sampler, table_of
from plumbline.engine.schedule import Activity, ActivityKind, Schedule, Uid
from plumbline.engine.schedule.network import Network

__all__ = ["Drawing", "EventInForce", "drawing_of"]


@dataclass(frozen=True)
class EventInForce:
    """A risk event as it counts: before its mitigation or after it. ``rows`` are the random numbers it takes."""

    event: RiskEvent
    probability: float
    impacts: tuple[Impact, ...]
    rows: int
    mitigated: bool


@dataclass(frozen=True)
class Drawing:
    """``nodes`` are those whose duration varies, ``row_of`` their rows by activity, ``samplers`` one for each row.

    ``scale`` and ``offset`` make minutes of work left of a drawn duration: of work under way only the rest is drawn.
    """

    nodes: list[int]
    row_of: dict[Uid, int]
    planned: list[int]
    samplers: list[Sampler]
    scale: list[float]
    offset: list[float]
    events: list[EventInForce]
    drivers: tuple[Driver, ...]
    branches: tuple[Branch, ...]
    correlated: tuple[Correlated, ...]
    distributions: dict[str, int]

    def rows(self) -> DrawnRows:
        """The columns that ``draw`` reads. Those that look their values up stand there with their least one."""
        tables: list[Floats] = []
        places: dict[Distribution | None, int] = {}
        for sampler in self.samplers:
            shape = sampler.shape
            if shape not in places:
                places[shape] = len(tables) * (len(tables[0]) if tables else 0)
                tables.append(table_of(shape) if shape is not None else np.zeros_like(_NOTHING))
        spans = [0.0 if each.shape is None else each.high - each.low for each in self.samplers]
        low = [
            each.low * scale + offset
            for each, scale, offset in zip(self.samplers, self.scale, self.offset, strict=True)
        ]
        return DrawnRows(
            node=np.array(self.nodes, dtype=np.int32),
            table=np.array([places[each.shape] for each in self.samplers], dtype=np.int32),
            low=np.array(low, dtype=np.float64),
            span=np.array([span * scale for span, scale in zip(spans, self.scale, strict=True)], dtype=np.float64),
            tables=np.concatenate(tables) if tables else np.zeros(1),
        )

    @cached_property
    def looked_up(self) -> list[tuple[int, Discrete]]:
        """The rows whose values are looked up, each with them."""
        return [
            (row, each.distribution)
            for row, each in enumerate(self.samplers)
            if isinstance(each.distribution, Discrete) and each.low < each.high
        ]

    def longest(self) -> list[int]:
        """The most that each drawn duration can come to, in minutes."""
        highs = [
            sampler.high * scale + offset
            for sampler, scale, offset in zip(self.samplers, self.scale, self.offset, strict=True)
        ]
        for driver in self.drivers:
            for row in self.rows_of(driver.activities):
                highs[row] *= max(1.0, Sampler(driver.factor).high)
        for event in self.events:
            for impact in event.impacts:
                row = self.row_of.get(impact.activity, -1) if impact.activity is not None else -1
                if row >= 0 and impact.factor:
                    highs[row] *= max(1.0, Sampler(impact.factor).high)
        for event in self.events:
            for impact in event.impacts:
                row = self.row_of.get(impact.activity, -1) if impact.activity is not None else -1
                if row >= 0 and impact.minutes:
                    highs[row] += max(0.0, Sampler(impact.minutes).high)
        return [int(max(high, planned)) + 2 for high, planned in zip(highs, self.planned, strict=True)]

    def rows_of(self, activities: Iterable[Uid]) -> list[int]:
        return [self.row_of[each] for each in activities if each in self.row_of]


_NOTHING = np.zeros(1025)


def drawing_of(schedule: Schedule, network: Network, inputs: RiskInputs) -> Drawing:
    """What ``inputs`` draw of ``schedule``. Raises InvalidEstimate where they name what is not in it."""
    _check_names(schedule, inputs)
    events = [_in_force(each, inputs.mitigated) for each in inputs.events]
    touched = {impact.activity for each in events for impact in each.impacts if impact.minutes or impact.factor}
    touched |= {uid for each in inputs.drivers for uid in each.activities}
    touched |= {uid for each in inputs.branches for way in each.ways for uid in way.activities}
    drawing = Drawing([], {}, [], [], [], [], events, inputs.drivers, inputs.branches, inputs.correlated, {})
    kinds: Counter[str] = Counter()
    for uid, node in network.node_of[0].items():
        activity = network.activity[node]
        assert activity is not None
        if not _varies(activity):
            continue
        estimate = inputs.estimates.get(uid) or _by_rule(activity, inputs)
        if estimate is None and uid not in touched:
            continue
        if estimate is not None:
            kinds[_kind(estimate)] += 1
        _add(drawing, activity, node, network.columns.duration[node], estimate)
    drawing.distributions.update(sorted(kinds.items()))
    return drawing


def _add(drawing: Drawing, activity: Activity, node: int, planned: int, estimate: Distribution | None) -> None:
    left = planned - activity.interruption
    given = estimate or Discrete((float(left),))
    share = left / activity.duration if activity.is_started and activity.duration and estimate else 1.0
    drawing.row_of[activity.uid] = len(drawing.nodes)
    drawing.nodes.append(node)
    drawing.planned.append(planned)
    drawing.samplers.append(_sampler(activity, given))
    drawing.scale.append(share)
    drawing.offset.append(float(activity.interruption))


def _sampler(activity: Activity, estimate: Distribution) -> Sampler:
    sampler = Sampler(estimate)
    if sampler.low < 0:
        raise InvalidEstimate(
            f"activity {activity.id}: its estimate begins below zero; no work takes less than no time"
        )
    return sampler


def _varies(activity: Activity) -> bool:
    """Only work that is still to be done, and whose end neither a person nor another plan has fixed."""
    fixed = activity.manual or activity.external or activity.expected_finish is not None
    return not (activity.is_complete or activity.is_milestone or fixed) and activity.active


def _by_rule(activity: Activity, inputs: RiskInputs) -> Distribution | None:
    for rule in inputs.rules:
        if _fits(rule, activity, inputs.class_of.get(activity.uid, "")):
            planned = activity.duration
            return ThreePoint(planned * rule.low_percent / 100, planned, planned * rule.high_percent / 100, rule.shape)
    return None


def _fits(rule: EstimateRule, activity: Activity, its_class: str) -> bool:
    in_band = rule.at_least <= activity.duration and (rule.below is None or activity.duration < rule.below)
    return in_band and rule.activity_class in ("", its_class)


def _kind(estimate: Distribution) -> str:
    return estimate.shape.value if isinstance(estimate, ThreePoint) else type(estimate).__name__.lower()


def _in_force(event: RiskEvent, mitigated: frozenset[str]) -> EventInForce:
    after = event.mitigation if event.id in mitigated else None
    most = max(len(event.impacts), len(event.mitigation.impacts) if event.mitigation else 0)
    if after is None:
        return EventInForce(event, event.probability, event.impacts, 1 + 3 * most, False)
    return EventInForce(event, after.probability, after.impacts, 1 + 3 * most, True)


def _check_names(schedule: Schedule, inputs: RiskInputs) -> None:
    named: list[tuple[str, Uid]] = [("an estimate", uid) for uid in inputs.estimates]
    named += [("a cost", uid) for uid in inputs.costs]
    for event in inputs.events:
        impacts = (*event.impacts, *(event.mitigation.impacts if event.mitigation else ()))
        named += [(f"risk {event.id}", each.activity) for each in impacts if each.activity is not None]
    named += [(f"driver {each.name}", uid) for each in inputs.drivers for uid in each.activities]
    named += [("a correlation", uid) for each in inputs.correlated for uid in each.activities]
    named += [(f"branch {each.name}", uid) for each in inputs.branches for way in each.ways for uid in way.activities]
    for what, uid in named:
        if uid not in schedule.activity_by_uid:
            raise InvalidEstimate(f"{what} names activity {uid}, which is not in the plan")
    seen = [uid for each in inputs.correlated for uid in each.activities]
    if len(seen) != len(set(seen)):
        raise InvalidEstimate("an activity is in two groups of correlated activities; put it into one")
    ids = [each.id for each in inputs.events]
    if len(ids) != len(set(ids)):
        raise InvalidEstimate("two risk events have the same id")
    _check_impacts(schedule, inputs)


def _check_impacts(schedule: Schedule, inputs: RiskInputs) -> None:
    for event in inputs.events:
        for each in (*event.impacts, *(event.mitigation.impacts if event.mitigation else ())):
            activity = schedule.activity_by_uid[each.activity] if each.activity is not None else None
            if activity and (each.minutes or each.factor) and activity.kind is not ActivityKind.TASK:
                raise InvalidEstimate(
                    f"risk {event.id} makes {activity.id or activity.name} longer, which is a {activity.kind}; "
                    "name an activity that takes time"
                )
