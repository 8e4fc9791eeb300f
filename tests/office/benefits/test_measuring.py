"""What was measured, what came of it, and whether it is still to be expected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.benefits.conftest import Promise, at
from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.models import Benefit, BenefitMeasurement, Means
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective


def standing(benefit: Benefit, day: date) -> queries.BenefitRow:
    (row,) = queries.rows_of([queries.benefit_in(benefit.organisation, benefit.pk)], day)
    return row


def measured(benefit: Benefit, by: Person, value: str, month: int, day: int) -> BenefitMeasurement:
    with clock_at(at(month, day)):
        return actions.measure_benefit(benefit, by=by, value=Decimal(value), on=date(2026, month, day))


def test_the_rate_is_that_of_the_day_of_measuring(promise: Promise, tove: Person) -> None:
    """WAIT of the table in docs/methods/benefits.md: 8 was planned on 2 July, and 8.5 measured."""
    benefit = promise()
    measured(benefit, tove, "8.5", 7, 2)
    row = standing(benefit, date(2026, 7, 20))
    assert (row.rate, row.percent, row.in_words) == (Fraction(3, 4), 75, "Behind the plan")


def test_what_is_not_measured_lately_is_not_known(promise: Promise, tove: Person) -> None:
    benefit = promise()
    assert standing(benefit, date(2026, 1, 5)).status == "unknown"
    measured(benefit, tove, "6", 7, 2)
    assert standing(benefit, date(2026, 8, 1)).status == "green"
    late = standing(benefit, date(2026, 8, 2))
    assert (late.status, late.in_words) == ("unknown", "Measurement overdue")


def test_more_of_a_disbenefit_than_was_put_up_with_is_bad(promise: Promise, tove: Person) -> None:
    benefit = promise("Noise", is_disbenefit=True, baseline=Decimal(60), target=Decimal(64), unit="dB")
    measured(benefit, tove, "63", 7, 2)
    assert standing(benefit, date(2026, 7, 3)).status == "amber"


def test_a_later_one_of_the_same_day_takes_its_place(promise: Promise, tove: Person) -> None:
    benefit = promise()
    measured(benefit, tove, "9", 7, 2)
    measured(benefit, tove, "8", 7, 2)
    page = queries.benefit_page(queries.benefit_in(benefit.organisation, benefit.pk))
    assert page.row.last is not None
    assert page.row.last.value == 8
    assert [each.counts for each in page.measured] == [True, False]


def test_a_wrong_one_is_withdrawn_by_a_later_one_and_both_are_kept(promise: Promise, tove: Person) -> None:
    benefit = promise()
    measured(benefit, tove, "9", 6, 2)
    wrong = measured(benefit, tove, "4", 7, 2)
    actions.withdraw_measurement(wrong, by=tove, note="Of the other quay.")
    assert standing(benefit, date(2026, 7, 3)).last.value == 9  # type: ignore[union-attr]
    assert BenefitMeasurement.objects.count() == 3
    benefit.refresh_from_db()
    assert benefit.measure_due_on == date(2026, 7, 2)
    with pytest.raises(ValidationError, match="withdrawn already"):
        actions.withdraw_measurement(wrong, by=tove, note="Again.")


def test_a_measurement_is_never_changed(promise: Promise, tove: Person) -> None:
    measured(promise(), tove, "9", 6, 2)
    with pytest.raises(DatabaseError), transaction.atomic():
        BenefitMeasurement.objects.update(value=1)


@pytest.mark.parametrize("on", [date(2026, 7, 3), date(2025, 12, 31)])
def test_no_measurement_of_tomorrow_or_of_before_the_baseline(promise: Promise, tove: Person, on: date) -> None:
    benefit = promise()
    with clock_at(at(7, 2)), pytest.raises(ValidationError) as refused:
        actions.measure_benefit(benefit, by=tove, value=Decimal(9), on=on)
    assert "on" in refused.value.error_dict


def test_a_late_change_puts_the_benefit_at_risk_until_it_is_done(
    promise: Promise, change: Means, tove: Person, mira: Person
) -> None:
    benefit = promise()
    actions.link(change, benefit, by=mira)
    assert not standing(benefit, date(2026, 6, 1)).is_at_risk
    row = standing(benefit, date(2026, 6, 2))
    assert (row.status, row.in_words, [str(each) for each in row.late]) == (
        "red", "At risk", ["C-1 Crews work at night"]
    )  # fmt: skip
    with clock_at(at(6, 3)):
        actions.change_means(change, by=mira, done_on=date(2026, 6, 3))
    assert not standing(benefit, date(2026, 6, 4)).is_at_risk


def test_sums_by_objective_programme_and_portfolio(
    promise: Promise, harbour: Organisation, crane: Project, faster: Objective, tove: Person, mira: Person
) -> None:
    """1,000 a year less is half planned on 2 July; 300 of noise walls is put up with; hours are no money."""
    money = {"kind": "cashable", "rung": "financial", "unit": "EUR", "baseline": Decimal(0)}
    saved = promise("Cheaper", target=Decimal(1000), **money)
    walls = promise("Noise walls", target=Decimal(300), is_disbenefit=True, **money)
    hours = promise()
    measured(saved, tove, "400", 7, 2)
    measured(walls, tove, "150", 7, 2)
    measured(hours, tove, "8", 7, 2)
    actions.link(saved, faster, by=mira)
    groups = {way: queries.groups_of(harbour, way, date(2026, 7, 2)) for way in queries.WAYS}
    (lifting,) = groups["programme"]
    (quays,) = groups["portfolio"]
    assert (lifting.name, quays.name) == ("Lifting", "Quays")
    euros, others = lifting.totals
    assert (euros.unit, euros.benefits, euros.promised, euros.planned, euros.actual) == ("EUR", 2, 700, 350, 250)
    assert euros.rate == Fraction(5, 7)
    assert (others.benefits, others.promised) == (1, None)
    assert [(each.name, len(each.rows)) for each in groups["objective"]] == [
        ("Ships that need not wait", 1), ("For no objective", 2)
    ]  # fmt: skip
