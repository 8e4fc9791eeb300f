"""What the risks of the register would do to the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plumbline.engine.forecast import (
    Distribution,
    Impact,
    InvalidEstimate,
    Mitigation,
    RiskEvent,
    Shape,
    ThreePoint,
)
from plumbline.engine.schedule import Activity, Schedule
from plumbline.office.forecasts.models import RiskEffect
from plumbline.office.forecasts.queries.ranges import is_drawn, minutes_of_a_day
from plumbline.office.projects.models import Project
from plumbline.office.registers.exposure import SHARES
from plumbline.office.registers.models import Kind


def effects_of(project: Project) -> dict[int, RiskEffect]:
    """By number of the entry in the database, those of open risks that hold. One query."""
    rows = RiskEffect.objects.filter(
        entry__project=project, entry__kind=Kind.RISK, entry__closed_at=None
    ).select_related("entry", "by")
    return {key: each for key, each in {each.entry_id: each for each in rows}.items() if not each.removed}


def risk_events(effects: Mapping[int, RiskEffect], schedule: Schedule) -> tuple[RiskEvent, ...]:
    """Those that do something to the plan as it is. Raises ``InvalidEstimate`` naming the risk."""
    by_text = {str(each.uid): each for each in schedule.activities if is_drawn(each)}
    found = (_event(each, schedule, by_text) for each in effects.values())
    return tuple(each for each in found if each.impacts)


def mitigated_of(effects: Mapping[int, RiskEffect]) -> frozenset[str]:
    """Those that count after what is done about them."""
    counted = (each for each in effects.values() if each.is_mitigated and each.left_probability is not None)
    return frozenset(each.entry.reference for each in counted)


def _event(effect: RiskEffect, schedule: Schedule, by_text: Mapping[str, Activity]) -> RiskEvent:
    entry = effect.entry
    try:
        return RiskEvent(
            id=entry.reference,
            name=entry.title,
            probability=probability_of(effect),
            impacts=tuple(_impacts(effect, schedule, by_text, 1.0)),
            mitigation=_mitigation(effect, schedule, by_text),
        )
    except InvalidEstimate as problem:
        raise InvalidEstimate(f"{entry.reference} {entry.title}: {problem}") from problem


def _mitigation(effect: RiskEffect, schedule: Schedule, by_text: Mapping[str, Activity]) -> Mitigation | None:
    if effect.left_probability is None:
        return None
    left = (100 if effect.left_share is None else effect.left_share) / 100
    return Mitigation(
        probability=effect.left_probability / 100,
        impacts=tuple(_impacts(effect, schedule, by_text, left)),
        cost=float(effect.mitigation_cost or 0),
    )


def probability_of(effect: RiskEffect) -> float:
    if effect.probability is not None:
        return effect.probability / 100
    step = effect.entry.probability
    return float(SHARES[step]) if step else 0.0


def _impacts(effect: RiskEffect, schedule: Schedule, by_text: Mapping[str, Activity], share: float) -> Iterator[Impact]:
    for uid in effect.uids if share else ():
        if activity := by_text.get(uid):
            unit = minutes_of_a_day(schedule, activity) * share
            if minutes := _range(effect.days_least, effect.days_likely, effect.days_most, unit):
                yield Impact(activity=activity.uid, minutes=minutes)
    if share and (cost := _range(effect.cost_least, effect.cost_likely, effect.cost_most, share)):
        yield Impact(cost=cost)


def _range(low: Any, likely: Any, high: Any, unit: float) -> Distribution | None:
    known = [float(each) for each in (low, likely, high) if each is not None]
    if not known:
        return None
    middle = float(likely) if likely is not None else sum(known) / len(known)
    least = float(low) if low is not None else middle
    most = float(high) if high is not None else middle
    return ThreePoint(least * unit, middle * unit, most * unit, Shape.TRIANGULAR)
