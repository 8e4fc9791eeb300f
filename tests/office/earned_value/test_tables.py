"""Tables of costs: their columns, their errors by row, what is taken up once, and money of another currency."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from plumbline.office.earned_value import actions, queries
from plumbline.office.earned_value.importing import preview
from plumbline.office.earned_value.models import ActualCost, CostBaseline, CostTable, ValuePeriod, ValueStanding
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
HandIn = Callable[..., int]
PROMISE = """WBS,Month,Planned value,LOE
Design,2026-03,400,no
Office,2026-03,50,yes
Building,2026-04,400,no
Office,2026-04,50,yes
"""


@pytest.fixture
def by_table(hand_in: HandIn) -> CostBaseline:
    hand_in("baseline", PROMISE, currency="EUR", reason="Board of 1 March")
    return CostBaseline.objects.get()


def kept(crane: Project, mira: Person, kind: str, text: str) -> CostTable:
    return actions.keep_table(crane, by=mira, kind=kind, name="x.csv", content=text.encode())


def test_a_baseline_may_come_from_a_table(by_table: CostBaseline) -> None:
    standing = ValueStanding.objects.get()
    assert (standing.bac, standing.planned_finish) == (Decimal(900), date(2026, 4, 30))


def test_earned_and_spent_from_tables_give_all_figures(by_table: CostBaseline, hand_in: HandIn, crane: Project) -> None:
    hand_in("earned", "wbs;date;earned value\ndesign;2026-03-31;300\nOffice;2026-03-31;50\n")
    hand_in("actual", "Posting date,Amount,WBS\n2026-03-10,420,Design\n2026-04-02,80,Building\n")
    page = queries.project_page(crane)
    assert page.last is not None
    assert page.last.standing.ac == 420
    assert page.last["cpi"] == pytest.approx(350 / 420)
    assert page.last["spi_without_loe"] == pytest.approx(300 / 400)
    assert [each.name for each in page.elements] == ["Building", "Design", "Office"]
    assert queries.project_page(crane, "Design").last["cpi"] == pytest.approx(300 / 420)  # type: ignore[index]


def test_what_an_element_did_cost_is_not_known_while_some_cost_names_none(
    by_table: CostBaseline, hand_in: HandIn, crane: Project
) -> None:
    hand_in("earned", "wbs,date,earned value\nDesign,2026-03-31,300\n")
    hand_in("actual", "day,amount,wbs\n2026-03-10,420,Design\n2026-03-12,80,\n")
    page = queries.project_page(crane)
    assert page.costs_unassigned
    assert page.last is not None
    assert page.last.standing.ac == 500
    assert {each.figures.standing.ac for each in page.elements if each.figures} == {None}


def test_costs_are_unknown_after_the_last_one_and_never_0(
    by_table: CostBaseline, hand_in: HandIn, crane: Project
) -> None:
    hand_in("actual", "day,amount\n2026-03-10,420\n")
    hand_in("earned", "day,amount\n2026-03-31,350\n2026-04-30,700\n")
    standing = ValueStanding.objects.get()
    assert (standing.as_of, standing.ev, standing.ac) == (date(2026, 4, 30), Decimal(700), None)
    assert standing.figures["cpi"] is None
    first = ValuePeriod.objects.get(is_total=True, number=1)
    assert first.ac == Decimal(420)


def test_an_end_is_measured(by_table: CostBaseline, hand_in: HandIn, crane: Project) -> None:
    hand_in("actual", "day,amount\n2026-03-10,500\n2026-05-10,500\n")
    hand_in("earned", "day,amount\n2026-03-31,400\n2026-04-30,700\n2026-05-27,900\n")
    standing = ValueStanding.objects.get()
    assert standing.ended_on == date(2026, 5, 31)
    known = queries.forecast_facts(crane)
    assert known is not None
    error, bias = known
    assert error == pytest.approx((abs(1125 - 1000) + abs(900 / 700 * 500 - 1000)) / 2 / 1000)
    assert bias == pytest.approx((1125 + 900 / 700 * 500 - 2000) / 2 / 1000)
    assert queries.project_page(crane).accuracy


def test_headings_are_guessed_and_can_be_said(by_table: CostBaseline, crane: Project, mira: Person) -> None:
    found = kept(crane, mira, "actual", "Booked,How much\n2026-03-10,5\n")
    assert found.columns == {}
    assert preview(found).rows == []
    actions.map_table(found, by=mira, columns={"on": "Booked", "amount": "How much", "other": "Booked"})
    assert len(preview(found).new) == 1
    with pytest.raises(ValidationError, match="chosen twice"):
        actions.map_table(found, by=mira, columns={"on": "Booked", "amount": "Booked"})


def test_errors_name_row_and_column_and_nothing_is_added(by_table: CostBaseline, crane: Project, mira: Person) -> None:
    text = "day,amount,wbs,currency\nsoon,1,,\n2026-03-10,much,,\n2027-03-10,1,,\n2026-03-10,1,Roof,\n2026-03-10,1,,E\n"
    found = kept(crane, mira, "actual", text)
    problems = [(each.place, each.column) for each in preview(found).problems]
    assert problems == [
        ("row 2", "day"), ("row 3", "amount"), ("row 4", "day"), ("row 5", "wbs"), ("row 6", "currency"),
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="5 rows cannot be read"):
        actions.take_up_table(found, by=mira)
    assert not ActualCost.objects.exists()


def test_the_good_rows_can_be_taken_alone(by_table: CostBaseline, hand_in: HandIn) -> None:
    assert hand_in("actual", "day,amount\n2026-03-10,5\n2026-03-11,much\n", all_or_none=False) == 1


def test_what_an_earlier_table_had_is_left_out(by_table: CostBaseline, hand_in: HandIn) -> None:
    rows = "day,amount,reference\n2026-03-10,5,R-1\n2026-03-10,5,R-1\n"
    assert hand_in("actual", rows) == 2
    assert hand_in("actual", rows + "2026-03-12,7,R-2\n") == 1
    with pytest.raises(ValidationError, match="nothing new"):
        hand_in("actual", rows)


def test_a_credit_lowers_what_it_did_cost(by_table: CostBaseline, hand_in: HandIn) -> None:
    hand_in("actual", "day,amount\n2026-03-10,500\n2026-03-12,-80\n")
    assert ValuePeriod.objects.get(is_total=True, number=1).ac == Decimal(420)


def test_money_without_a_rate_is_refused_and_the_day_is_named(
    by_table: CostBaseline, harbour: Organisation, crane: Project, mira: Person, ada: Person
) -> None:
    table = kept(crane, mira, "actual", "day,amount,currency\n2026-03-10,100,CHF\n")
    (problem,) = preview(table).problems
    assert problem.reason.startswith("There is no rate for CHF on 2026-03-10.")
    actions.enter_rate(
        harbour, by=ada, currency="CHF", on=date(2026, 3, 1), rate=Decimal("1.05"), source="Central bank"
    )
    actions.take_up_table(table, by=mira)
    cost = ActualCost.objects.get()
    assert (cost.rate, cost.converted, cost.converted_to) == (Decimal("1.05"), Decimal(105), "EUR")


def test_an_old_rate_is_no_rate(by_table: CostBaseline, harbour: Organisation, crane: Project, mira: Person) -> None:
    actions.enter_rate(harbour, by=mira, currency="CHF", on=date(2025, 11, 1), rate=Decimal(1), source="Bank")
    table = kept(crane, mira, "actual", "day,amount,currency\n2026-03-10,100,CHF\n")
    assert preview(table).bad == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"currency": "EUR"}, "own currency"),
        ({"on": date(2026, 6, 1)}, "still to come"),
        ({"rate": Decimal(0)}, "above zero"),
        ({"currency": "CH"}, "three letters"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(
    harbour: Organisation, ada: Person, wrong: dict[str, object], said: str
) -> None:
    given = {"currency": "CHF", "on": date(2026, 3, 1), "rate": Decimal(1), "source": "Bank", **wrong}
    with pytest.raises(ValidationError, match=said):
        actions.enter_rate(harbour, by=ada, **given)  # type: ignore[arg-type]


def test_costs_need_a_baseline_first(crane: Project, mira: Person) -> None:
    with pytest.raises(ValidationError, match="Say first what the project is to cost"):
        kept(crane, mira, "actual", "day,amount\n2026-03-10,5\n")


def test_a_planned_amount_below_zero_is_no_plan(crane: Project, mira: Person) -> None:
    table = kept(crane, mira, "baseline", "month,amount\n2026-03,-5\n2026-04,50\n")
    with pytest.raises(ValidationError, match="below zero"):
        actions.take_up_table(table, by=mira, currency="EUR", reason="So")
