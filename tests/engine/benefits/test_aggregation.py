"""What is added up and what is not, against the tables of docs/methods/benefits.md, worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.benefits.tables import exact, table
from plumbline.engine.benefits import Contribution, Kind, Point, Profile, Total, contribution, totals

LINES = table("key", "kind", "unit", "dis-benefit", "promised", "planned", "actual")
SUMS = table("kind", "unit", "benefits", "unmeasured", "promised", "planned of all", "planned", "actual", "rate")
DAY = date(2026, 7, 2)


def _contributions() -> list[Contribution]:
    """Half of the way is behind them on that day, as half of what was promised is planned."""
    found = []
    for key, kind, unit, worse, promised, planned, actual in LINES:
        profile = Profile(
            key=key, kind=Kind(kind), unit=unit, baseline=Decimal(0), baseline_on=date(2026, 1, 1),
            target=Decimal(promised), realised_on=date(2026, 12, 31), is_disbenefit=worse == "yes",
        )  # fmt: skip
        each = contribution(profile, DAY, Point(DAY, Decimal(actual)) if actual else None)
        assert abs(each.planned) == Fraction(planned)
        found.append(each)
    return found


def _row(total: Total) -> list[object]:
    sums = (total.promised, total.planned_of_all, total.planned, total.actual, total.rate)
    return [str(total.kind), total.unit, total.benefits, total.unmeasured, *sums]


def test_the_sums_are_those_worked_by_hand() -> None:
    wanted = [[kind, unit, int(many), int(open_), *map(exact, sums)] for kind, unit, many, open_, *sums in SUMS]
    assert [_row(each) for each in totals(_contributions())] == wanted


def test_the_order_in_which_they_come_changes_nothing() -> None:
    assert totals(_contributions()) == totals(reversed(_contributions()))


def test_a_reduction_is_a_gain() -> None:
    """Costs that are to fall from 90 to 30 are worth 60."""
    profile = Profile(
        key="X", kind=Kind.CASHABLE, unit="EUR", baseline=Decimal(90), baseline_on=date(2026, 1, 1),
        target=Decimal(30), realised_on=date(2026, 12, 31),
    )  # fmt: skip
    found = contribution(profile, DAY, Point(DAY, Decimal(70)))
    assert (found.promised, found.planned, found.actual) == (60, 30, 20)


def test_nothing_has_no_totals() -> None:
    assert totals([]) == ()


def test_what_was_measured_long_ago_is_held_against_the_plan_of_then() -> None:
    """A quarter of the way was planned when it was measured, half of it is planned today."""
    profile = Profile(
        key="X", kind=Kind.CASHABLE, unit="EUR", baseline=Decimal(0), baseline_on=date(2026, 1, 1),
        target=Decimal(1000), realised_on=date(2026, 12, 31),
    )  # fmt: skip
    (total,) = totals([contribution(profile, DAY, Point(date(2026, 4, 2), Decimal(200)))])
    assert (total.planned_of_all, total.planned, total.actual, total.rate) == (500, 250, 200, Fraction(4, 5))
