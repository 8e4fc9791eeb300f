"""From what is known about a target to a verdict, with a reason from each source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from plumbline.engine.targets.target import OutsideView, Target
from plumbline.engine.targets.trend import Trend, trend_of
from plumbline.engine.targets.wording import amount, beyond, chance_words, moved, shown


class Verdict(StrEnum):
    REALISTIC = "realistic"
    IN_DOUBT = "in doubt"
    NOT_REALISTIC = "not realistic"
    UNKNOWN = "unknown"
    KEPT = "kept"
    MISSED = "missed"


class Weight(IntEnum):
    SUPPORTS = 0
    SILENT = 1
    DOUBTS = 2
    CONTRADICTS = 3


class Source(StrEnum):
    PLAN = "plan"
    SIMULATION = "simulation"
    OUTSIDE_VIEW = "outside view"
    TREND = "trend"
    BUFFER = "buffer"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a target: chances from 0 to 1, working days, and a share of the budget."""

    even: float = 0.5
    likely: float = 0.8
    buffer_days: float = 5.0
    buffer_share: float = 0.05


@dataclass(frozen=True, slots=True)
class Reason:
    source: Source
    weight: Weight
    sentence: str


@dataclass(frozen=True, slots=True)
class Card:
    """``reasons`` are in the order of ``Source``, one from each."""

    target: Target
    verdict: Verdict
    reasons: tuple[Reason, ...]
    trend: Trend | None = None

    @property
    def against(self) -> tuple[Reason, ...]:
        """What speaks against it, the gravest first."""
        found = [each for each in self.reasons if each.weight >= Weight.DOUBTS]
        return tuple(sorted(found, key=lambda each: -each.weight))


def judge(target: Target, today: date, asked: Asked = Asked()) -> Card:
    """A target is realistic if its plan keeps it and a source that knows chances agrees; without either: unknown."""
    if target.reached is not None:
        return _ended(target)
    trend = trend_of(target.past, target.finishes_on)
    reasons = (
        _by_plan(target, today),
        _by_simulation(target, asked),
        _by_outside_view(target, asked),
        _by_trend(target, trend),
        _by_buffer(target, asked),
    )
    return Card(target, _verdict(reasons), reasons, trend)


def _verdict(reasons: tuple[Reason, ...]) -> Verdict:
    weight = {each.source: each.weight for each in reasons}
    gravest = max(weight.values())
    if gravest is Weight.CONTRADICTS:
        return Verdict.NOT_REALISTIC
    if gravest is Weight.DOUBTS:
        return Verdict.IN_DOUBT
    knows = Weight.SUPPORTS in (weight[Source.SIMULATION], weight[Source.OUTSIDE_VIEW])
    return Verdict.REALISTIC if knows and weight[Source.PLAN] is Weight.SUPPORTS else Verdict.UNKNOWN


def _ended(target: Target) -> Card:
    assert target.reached is not None
    kept = not _is_beyond(target.reached, target.committed)
    sentence = f"It came to {shown(target.reached)}; {shown(target.committed)} was promised."
    reason = Reason(Source.PLAN, Weight.SUPPORTS if kept else Weight.CONTRADICTS, sentence)
    return Card(target, Verdict.KEPT if kept else Verdict.MISSED, (reason,))


def _is_beyond(value: date | float, limit: date | float) -> bool:
    return value > limit  # type: ignore[operator]  # Target lets no days in beside amounts


def _by_plan(target: Target, today: date) -> Reason:
    if isinstance(target.committed, date) and target.committed < today:
        sentence = f"The day has gone by, {shown(target.committed)}, and it is not done."
        return Reason(Source.PLAN, Weight.CONTRADICTS, sentence)
    if target.expected is None:
        return Reason(Source.PLAN, Weight.SILENT, target.missing or "The plan does not say when or for how much.")
    if _is_beyond(target.expected, target.committed):
        sentence = f"The plan itself comes to {shown(target.expected)}, {beyond(target.expected, target.committed)}."
        return Reason(Source.PLAN, Weight.CONTRADICTS, sentence)
    return Reason(Source.PLAN, Weight.SUPPORTS, f"The plan comes to {shown(target.expected)}, within the promise.")


def _by_simulation(target: Target, asked: Asked) -> Reason:
    found = target.simulated
    if found is None:
        return Reason(Source.SIMULATION, Weight.SILENT, "No simulation has been run for it.")
    if not found.is_current:
        return Reason(Source.SIMULATION, Weight.SILENT, "The simulation is about a plan that has changed since.")
    weight = _weight_of(found.chance, asked)
    even, likely = shown(found.p50), shown(found.p80)
    sentence = f"It is kept in {chance_words(found.chance)} of the runs: half end by {even}, four of five by {likely}."
    return Reason(Source.SIMULATION, weight, sentence)


def _by_outside_view(target: Target, asked: Asked) -> Reason:
    found = target.outside
    if found is None:
        return Reason(Source.OUTSIDE_VIEW, Weight.SILENT, "It is compared with no projects of its kind.")
    if found.kept.says_nothing and found.p50 is not None and _is_beyond(found.p50, target.committed):
        sentence = f"With what {found.reference} adds, it comes to {shown(found.p50)}."
        return Reason(Source.OUTSIDE_VIEW, Weight.DOUBTS, sentence)
    if found.kept.says_nothing:
        silent = found.gap or f"{found.reference} says nothing about how often such a promise is kept."
        return Reason(Source.OUTSIDE_VIEW, Weight.SILENT, silent)
    return Reason(Source.OUTSIDE_VIEW, _weight_outside(found, asked), _outside_sentence(found))


def _weight_outside(found: OutsideView, asked: Asked) -> Weight:
    if found.kept.most < asked.even:
        return Weight.CONTRADICTS
    if found.kept.least >= asked.likely:
        return Weight.SUPPORTS
    return Weight.DOUBTS if found.kept.is_known or found.kept.most < asked.likely else Weight.SILENT


def _outside_sentence(found: OutsideView) -> str:
    if found.kept.is_known:
        share = chance_words(found.kept.least)
    elif found.kept.least <= 0:
        share = f"less than {chance_words(found.kept.most)}"
    else:
        share = f"at least {chance_words(found.kept.least)}"
    return f"Of {found.reference}, {share} kept a promise with that much in hand."


def _by_trend(target: Target, trend: Trend | None) -> Reason:
    if trend is None:
        return Reason(Source.TREND, Weight.SILENT, "There are too few earlier forecasts to see where they lead.")
    so_far = f"Over {trend.forecasts} plans the forecast moved {moved(trend.per_day, target.committed)}"
    if trend.leads_to is None:
        if target.kind.is_money:
            return Reason(Source.TREND, Weight.SILENT, f"{so_far}.")
        return Reason(Source.TREND, Weight.CONTRADICTS, f"{so_far}: the finish flees as fast as time goes by.")
    sentence = f"{so_far}; going on like that, it comes to {shown(trend.leads_to)}."
    weight = Weight.DOUBTS if _is_beyond(trend.leads_to, target.committed) else Weight.SUPPORTS
    return Reason(Source.TREND, weight, sentence)


def _by_buffer(target: Target, asked: Asked) -> Reason:
    if target.buffer is None:
        return Reason(Source.BUFFER, Weight.SILENT, "How much is in hand is not known.")
    least = asked.buffer_days
    if not isinstance(target.committed, date):
        least = asked.buffer_share * target.committed
    weight = Weight.DOUBTS if target.buffer < least else Weight.SUPPORTS
    has, wanted = amount(target.buffer, target.committed), amount(least, target.committed)
    return Reason(Source.BUFFER, weight, f"{has} in hand; what is asked for: {wanted}.")


def _weight_of(chance: float, asked: Asked) -> Weight:
    if chance < asked.even:
        return Weight.CONTRADICTS
    return Weight.DOUBTS if chance < asked.likely else Weight.SUPPORTS
