"""The pages of earned value: who may, who sees, how many queries, and what a person finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from office.conftest import Enrol
from office.earned_value.conftest import Deliver, plan
from plumbline.office.earned_value import actions
from plumbline.office.earned_value.models import ActualCost, CostBaseline, CostTable, ExchangeRate
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

SignedIn = Callable[[Person], Client]
HandIn = Callable[..., int]
OFFICE = "/o/harbour-works"


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


@pytest.fixture
def earning(promised: CostBaseline, deliver: Deliver, crane: Project, hand_in: HandIn) -> Project:
    begun = plan().start
    deliver(
        plan(
            "2026-03-31 17:00",
            D1={"actual_start": begun, "actual_finish": begun, "percent_complete": 100.0},
            D2={"actual_start": begun, "percent_complete": 50.0},
        )
    )
    actions.take_progress(crane.pk)
    hand_in("actual", "day,amount,wbs\n2026-03-20,400,Activity DESIGN\n")
    return crane


def test_a_manager_promises_hands_in_costs_and_reads_what_follows(
    signed_in: SignedIn, crane: Project, deliver: Deliver, mira: Person
) -> None:
    client, here = signed_in(mira), f"{OFFICE}/projects/{crane.pk}/value/"
    assert "Nobody has said yet what it is to cost" in text_of(client, here)
    deliver(plan())
    given = {"plan_version": crane.current_plan_id, "currency": "eur", "period": "month", "task_rule": "physical"}
    refused = client.post(f"{here}baseline/", given)
    assert "This field is required" in refused.content.decode()
    kept = client.post(f"{here}baseline/", given | {"reason": "Board of 1 March"}, follow=True)
    assert "Nobody has said yet what is earned" in unescape(kept.content.decode())
    deliver(plan("2026-03-31 17:00", D1={"actual_start": plan().start, "percent_complete": 50.0}))
    assert "The plan has newer versions" in text_of(client, here)
    actions.take_progress(crane.pk)
    file = SimpleUploadedFile("costs.csv", b"Booked,Amount\n2026-03-20,160\n")
    looked = client.post(f"{here}upload/", {"kind": "actual", "table": file}, follow=True)
    assert "Say which column holds: day." in unescape(looked.content.decode())
    table = CostTable.objects.get()
    mapped = client.post(
        f"{OFFICE}/value/tables/{table.pk}/columns/", {"on": "Booked", "amount": "Amount"}, follow=True
    )
    assert "20 Mar 2026" in mapped.content.decode()
    taken = client.post(f"{OFFICE}/value/tables/{table.pk}/", {"go": "all"}, follow=True)
    words = unescape(taken.content.decode())
    assert "1 row is taken up." in words
    assert "dearer than planned" in words
    assert "S-curve in EUR. By 31 March 2026, 100 of 400 planned is earned, and cost 160; the budget is 800." in words
    assert "AC + (BAC - EV) / (CPI x SPI)" in words


def test_one_wbs_element_can_be_looked_at_alone(signed_in: SignedIn, earning: Project, mira: Person) -> None:
    client, here = signed_in(mira), f"{OFFICE}/projects/{earning.pk}/value/"
    assert "the budget is 400." in text_of(client, f"{here}?wbs=Activity DESIGN")
    assert client.get(f"{here}?wbs=Roof").status_code == 404


def test_every_figure_goes_out_and_unknown_is_empty(signed_in: SignedIn, earning: Project, mira: Person) -> None:
    answer = signed_in(mira).get(f"{OFFICE}/projects/{earning.pk}/value.xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    heads = list(rows[0])
    assert (rows[1][heads.index("CPI")], rows[1][heads.index("SPI(t)")]) == (0.75, 0.75)
    assert rows[2][heads.index("EV")] is None
    lines = signed_in(mira).get(f"{OFFICE}/projects/{earning.pk}/value/costs.csv").content.decode("utf-8-sig")
    assert lines.splitlines()[1].startswith("2026-03-20,Activity DESIGN,400")
    assert signed_in(mira).get(f"{OFFICE}/projects/{earning.pk}/value.pdf").status_code == 404


def test_the_portfolio_adds_up_in_one_currency_and_names_what_it_cannot(
    signed_in: SignedIn, earning: Project, harbour: Organisation, ada: Person, mira: Person, hand_in: HandIn
) -> None:
    other = create_project(harbour, by=ada, name="Swiss lamps", code="L-1", portfolio=earning.portfolio, manager=mira)
    table = actions.keep_table(other, by=mira, kind="baseline", name="b.csv", content=b"month,amount\n2026-03,100\n")
    actions.take_up_table(table, by=mira, currency="CHF", reason="So")
    table = actions.keep_table(other, by=mira, kind="earned", name="e.csv", content=b"day,amount\n2026-03-31,50\n")
    actions.take_up_table(table, by=mira)
    client = signed_in(ada)
    words = text_of(client, f"{OFFICE}/value/")
    assert "L-1: There is no rate for CHF on 2026-03-31." in words
    assert "S-curve of 1 projects in EUR: 300 of 400 planned is earned, at a cost of 400." in words
    rate = {"currency": "CHF", "on": "2026-03-01", "rate": "2", "source": "Bank"}
    assert "CHF is kept from 1 March 2026 on." in unescape(
        client.post(f"{OFFICE}/value/rates/", rate, follow=True).content.decode()
    )
    words = text_of(client, f"{OFFICE}/value/")
    assert "S-curve of 2 projects in EUR: 400 of 600 planned is earned, their cost is not known." in words
    months = client.get(f"{OFFICE}/value/months.csv").content.decode("utf-8-sig").splitlines()
    assert months[1] == "2026-03-31,600.0,400.0,"


def test_sums_are_by_portfolio_and_narrowed_by_programme(signed_in: SignedIn, earning: Project, ada: Person) -> None:
    client = signed_in(ada)
    assert "Lifting" in text_of(client, f"{OFFICE}/value/?portfolio={earning.portfolio_id}")
    assert earning.programme is not None
    assert "C-1" in client.get(f"{OFFICE}/value.csv?programme={earning.programme_id}").content.decode()
    assert "Nothing fits" not in text_of(client, f"{OFFICE}/value/?programme=999999")


def test_four_people(
    signed_in: SignedIn, earning: Project, enrol: Enrol, harbour: Organisation, mira: Person, olav: Person
) -> None:
    reader, guest = enrol(harbour, Role.EXECUTIVE).person, enrol(harbour, Role.GUEST).person
    here = f"{OFFICE}/projects/{earning.pk}/value/"
    for person, sees, edits in ((mira, 200, 200), (reader, 200, 403), (guest, 403, 403), (olav, 404, 404)):
        client = signed_in(person)
        seen = [client.get(each).status_code for each in (here, f"{here}costs/", f"{OFFICE}/value/")]
        assert seen == [sees] * 3, person
        assert [client.get(f"{here}{each}/").status_code for each in ("baseline", "upload")] == [edits] * 2, person


def test_only_staff_enter_rates(signed_in: SignedIn, harbour: Organisation, mira: Person, ada: Person) -> None:
    rate = {"currency": "CHF", "on": "2026-03-01", "rate": "2", "source": "Bank"}
    assert signed_in(mira).post(f"{OFFICE}/value/rates/", rate).status_code == 403
    assert "Enter a rate" not in text_of(signed_in(mira), f"{OFFICE}/value/rates/")
    assert not ExchangeRate.objects.exists()


def test_another_managers_project_is_not_changed(
    signed_in: SignedIn, earning: Project, enrol: Enrol, harbour: Organisation
) -> None:
    other = enrol(harbour, Role.PROJECT_MANAGER, "Noor Buoy").person
    file = SimpleUploadedFile("costs.csv", b"day,amount\n2026-03-20,160\n")
    client = signed_in(other)
    before = ActualCost.objects.count()
    answer = client.post(f"{OFFICE}/projects/{earning.pk}/value/upload/", {"kind": "actual", "table": file})
    assert answer.status_code == 403
    assert client.post(f"{OFFICE}/value/tables/{CostTable.objects.first().pk}/").status_code == 403  # type: ignore[union-attr]
    assert ActualCost.objects.count() == before


def test_queries_do_not_grow_with_projects_or_costs(
    signed_in: SignedIn, earning: Project, harbour: Organisation, ada: Person, mira: Person, hand_in: HandIn
) -> None:
    client = signed_in(ada)
    pages = [
        f"{OFFICE}/value/",
        f"{OFFICE}/projects/{earning.pk}/value/",
        f"{OFFICE}/projects/{earning.pk}/value/costs/",
    ]

    def counted() -> list[int]:
        counts = []
        for page in pages:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(page)
            counts.append(len(queries))
        return counts

    counted()
    before = counted()
    lamps = create_portfolio(harbour, by=ada, name="Lamps")
    for number in range(3):
        other = create_project(harbour, by=ada, name=f"Lamp {number}", code=f"L-{number}", portfolio=lamps)
        for kind, content in (("baseline", "month,amount\n2026-03,100\n"), ("earned", "day,amount\n2026-03-31,50\n")):
            table = actions.keep_table(other, by=ada, kind=kind, name="x.csv", content=content.encode())
            actions.take_up_table(table, by=ada, **({"currency": "EUR", "reason": "So"} if kind == "baseline" else {}))
    hand_in("actual", "day,amount\n" + "".join(f"2026-03-{day:02},{day}\n" for day in range(1, 29)))
    assert counted() == before


def test_the_rates_of_another_organisation_are_not_ours(
    harbour: Organisation, northern: Organisation, olav: Person, ada: Person, signed_in: SignedIn
) -> None:
    actions.enter_rate(northern, by=olav, currency="CHF", on=date(2026, 3, 1), rate=Decimal("1.5"), source="Northbank")
    assert "Northbank" not in text_of(signed_in(ada), f"{OFFICE}/value/rates/")
