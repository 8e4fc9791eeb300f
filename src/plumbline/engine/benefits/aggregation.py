"""What benefits come to together: money with money, hours with hours, and never apples with pears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from plumbline.engine.benefits.profile import Kind, Point, Profile
from plumbline.engine.benefits.realisation import realised


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one benefit brings to a sum, with its sign: a dis-benefit counts negative. ``actual`` ``None``: unknown.

    ``promised`` is the whole of it, ``planned`` what was to have come by the day that is asked for, ``planned_then`` by
    the day on which it was measured last.
    """

    key: str
    kind: Kind
    unit: str
    promised: Fraction
    planned: Fraction
    planned_then: Fraction | None
    actual: Fraction | None


@dataclass(frozen=True, slots=True)
class Total:
    """Of the benefits of one kind and unit. Sums are ``None`` for a kind that does not add up.

    ``planned`` and ``actual`` are sums over those that were measured, each by the day of its last measurement, so that
    the rate compares like with like; ``unmeasured`` is how many were not, and ``planned_of_all`` what was to have come
    of all of them by the day that is asked for.
    """

    kind: Kind
    unit: str
    benefits: int
    unmeasured: int
    promised: Fraction | None
    planned_of_all: Fraction | None
    planned: Fraction | None
    actual: Fraction | None

    @property
    def rate(self) -> Fraction | None:
        """Actual to date / planned to date of what was measured."""
        return None if self.actual is None or not self.planned else self.actual / self.planned


def contribution(profile: Profile, day: date, measured: Point | None) -> Contribution:
    """Of a benefit on a day; ``measured`` is its last level, with the day on which it was measured."""
    then = realised(profile, measured.on, measured.level) if measured else None
    return Contribution(
        key=profile.key,
        kind=profile.kind,
        unit=profile.unit,
        promised=profile.sign * abs(Fraction(profile.target) - Fraction(profile.baseline)),
        planned=profile.sign * realised(profile, day, None).planned,
        planned_then=None if then is None else profile.sign * then.planned,
        actual=None if then is None or then.actual is None else profile.sign * then.actual,
    )


def totals(contributions: Iterable[Contribution]) -> tuple[Total, ...]:
    """One for each kind and unit, in the order of the kinds, then by unit. What does not add up is only counted.

    Cashable money is never added to money that merely was not spent: they are different kinds.
    """
    groups: dict[tuple[Kind, str], list[Contribution]] = {}
    for each in contributions:
        groups.setdefault((each.kind, each.unit), []).append(each)
    order = list(Kind)
    return tuple(_total(*key, groups[key]) for key in sorted(groups, key=lambda key: (order.index(key[0]), key[1])))


def _total(kind: Kind, unit: str, group: list[Contribution]) -> Total:
    measured = [(each.planned_then or Fraction(0), each.actual) for each in group if each.actual is not None]
    if not kind.adds_up:
        return Total(kind, unit, len(group), len(group) - len(measured), None, None, None, None)
    return Total(
        kind,
        unit,
        len(group),
        len(group) - len(measured),
        promised=sum((each.promised for each in group), Fraction(0)),
        planned_of_all=sum((each.planned for each in group), Fraction(0)),
        planned=sum((planned for planned, _ in measured), Fraction(0)),
        actual=sum((actual for _, actual in measured), Fraction(0)) if measured else None,
    )
