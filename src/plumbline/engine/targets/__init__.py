"""Whether what was promised is realistic: a date of the project, of a milestone, or a budget.

    target = Target(key="T-1", name="Opening", kind=Kind.FINISH, committed=date(2027, 6, 30), expected=..., ...)
    card = judge(target, date(2026, 11, 30))
    card.verdict, [each.sentence for each in card.reasons]

What is asked of each source, and what follows: docs/methods/targets.md.
"""

from plumbline.engine.targets.judging import Asked, Card, Reason, Source, Verdict, Weight, judge
from plumbline.engine.targets.target import Kind, OutsideView, PastForecast, Simulated, Target, TargetFacts, Value
from plumbline.engine.targets.trend import Trend, trend_of

__all__ = [
    "Asked",
    "Card",
    "Kind",
    "OutsideView",
    "PastForecast",
    "Reason",
    "Simulated",
    "Source",
    "Target",
    "TargetFacts",
    "Trend",
    "Value",
    "Verdict",
    "Weight",
    "judge",
    "trend_of",
]
