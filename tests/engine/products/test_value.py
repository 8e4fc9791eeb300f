"""What an augmentation is worth, by the table of docs/methods/products.md, calculated by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plumbline.engine.products import Cost, gained, share_of_the_way, worth


@pytest.mark.parametrize(
    ("once", "per_year", "years", "whole", "yearly"),
    [
        ("30000", "6000", 5, "60000", "12000"),
        ("0", "6000", 5, "30000", "6000"),
        ("30000", "0", 4, "30000", "7500"),
        ("0", "0", 1, "0", "0"),
    ],
)
def test_what_is_paid_once_is_spread_over_the_years(
    once: str, per_year: str, years: int, whole: str, yearly: str
) -> None:
    cost = Cost(Decimal(once), Decimal(per_year), years)
    assert (cost.whole, cost.yearly) == (Decimal(whole), Decimal(yearly))


@pytest.mark.parametrize(
    ("baseline", "target", "value", "gain", "share"),
    [
        ("100", "200", "150", "50", "0.5"),
        ("100", "200", "90", "-10", "-0.1"),
        ("9.5", "5", "7.7", "1.8", "0.4"),
        ("9.5", "5", "4.1", "5.4", "1.2"),
        ("-20", "20", "0", "20", "0.5"),
    ],
)
def test_a_gain_counts_in_the_direction_of_the_target(
    baseline: str, target: str, value: str, gain: str, share: str
) -> None:
    assert gained(Decimal(baseline), Decimal(target), Decimal(value)) == Decimal(gain)
    assert share_of_the_way(Decimal(baseline), Decimal(target), Decimal(value)) == Decimal(share)


def test_without_a_direction_nothing_is_a_gain() -> None:
    with pytest.raises(ValueError, match="differs from where it began"):
        gained(Decimal(5), Decimal(5), Decimal(6))


TABLE = [
    # gain, once, per year, years, money -> per thousand, ratio, payback
    ("24", "30000", "6000", 5, False, "2", None, None),
    ("-6", "30000", "6000", 5, False, "-0.5", None, None),
    ("24", "0", "0", 5, False, None, None, None),
    ("18000", "30000", "6000", 5, True, "1500", "1.5", "2.5"),
    ("6000", "30000", "6000", 5, True, "500", "0.5", None),
    ("4000", "30000", "6000", 5, True, "333.333", "0.333", None),
    ("6000", "0", "6000", 5, True, "1000", "1", "0"),
    ("5000", "0", "6000", 5, True, "833.333", "0.833", None),
    ("7000", "0", "0", 5, True, None, None, None),
]


@pytest.mark.parametrize(("gain", "once", "per_year", "years", "money", "per_thousand", "ratio", "payback"), TABLE)
def test_the_table_of_worth(
    gain: str,
    once: str,
    per_year: str,
    years: int,
    money: bool,
    per_thousand: str | None,
    ratio: str | None,
    payback: str | None,
) -> None:
    found = worth(Decimal(gain), Cost(Decimal(once), Decimal(per_year), years), is_money=money)
    shown = [
        None if each is None else round(each, 3) for each in (found.per_thousand, found.ratio, found.payback_years)
    ]
    assert shown == [None if each is None else Decimal(each) for each in (per_thousand, ratio, payback)]
    assert found.gain == Decimal(gain)


@pytest.mark.parametrize(("once", "per_year", "years"), [("-1", "0", 1), ("0", "-1", 1), ("0", "0", 0)])
def test_a_cost_that_cannot_be_is_refused(once: str, per_year: str, years: int) -> None:
    with pytest.raises(ValueError, match=r"below zero|one year"):
        Cost(Decimal(once), Decimal(per_year), years)
