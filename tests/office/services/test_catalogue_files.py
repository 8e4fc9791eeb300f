"""The catalogue as files that are opened again, and as a page to print: both say what the page says."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from office.conftest import Enrol
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.services.actions import add_service, archive_service
from plumbline.office.services.models import Service, ServiceRequest

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/office/services/"


@pytest.fixture
def offered(harbour: Organisation, asked: ServiceRequest, ada: Person) -> list[Service]:
    """Mentoring, of which one request is open, and two more; one is archived."""
    said = {"what": "Looks at a plan.\nSays what to mend.", "level": "tactical", "deliver_in": 4800, "effort": 300}
    plan = add_service(harbour, by=ada, title="=Plan review", customers="Managers & sponsors", owner=ada, **said)
    old = add_service(harbour, by=ada, title="Overhead slides")
    archive_service(old, by=ada)
    return [asked.service, plan]


def csv_of(client: Client, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{HOME}catalogue.csv{query}")
    assert 'filename="service-catalogue-harbour-works.csv"' in answer["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def xlsx_of(client: Client, query: str = "") -> list[dict[str, Any]]:
    heading, *rows = load_workbook(io.BytesIO(client.get(f"{HOME}catalogue.xlsx{query}").content)).active.values
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_files_say_what_the_page_says(offered: list[Service], ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    rows, lines, page = xlsx_of(client), csv_of(client), unescape(client.get(HOME).content.decode())
    assert [each["Service"] for each in rows] == ["=Plan review", "Mentoring"]
    assert [each["Service"] for each in lines] == ["'=Plan review", "Mentoring"]
    plan, mentoring = rows
    shown = ("Group", "Service", "Level", "For whom", "Owner", "First answer", "Result")
    for each in rows:
        for name in shown:
            assert (each[name] or "–") in page, name
    assert (plan["Group"], plan["Result (minutes)"], plan["Usual effort (minutes)"]) == ("Other services", 4800, 300)
    assert plan["What one gets"] == "Looks at a plan.\nSays what to mend."
    assert (mentoring["Open requests"], mentoring["First answer (minutes)"], mentoring["Result"]) == (1, 240, "16 h")
    for row, line in zip(rows, lines, strict=True):
        assert {name: str(value if value is not None else "").removeprefix("=") for name, value in row.items()} == {
            name: value.removeprefix("'=") for name, value in line.items()
        }


def test_a_filter_of_the_page_holds_for_files_and_print(
    offered: list[Service], ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    page = unescape(client.get(f"{HOME}?q=plan&level=tactical").content.decode())
    assert f"{HOME}catalogue.xlsx?q=plan&level=tactical" in page
    for found in (csv_of(client, "?q=plan&level=tactical"), xlsx_of(client, "?q=plan&level=tactical")):
        assert len(found) == 1
    printed = unescape(client.get(f"{HOME}booklet/?q=plan").content.decode())
    assert "=Plan review" in printed
    assert "A part of it" in printed
    assert "Mentoring</h3>" not in printed
    assert "No service to print" in client.get(f"{HOME}booklet/?q=nothing-like-it").content.decode()
    assert csv_of(client, "?level=nonsense") == csv_of(client)


def test_the_page_to_print_says_all_of_each_service_and_nothing_archived(
    offered: list[Service], ada: Person, signed_in: SignedIn
) -> None:
    page = unescape(signed_in(ada).get(f"{HOME}booklet/").content.decode())
    for said in ("Looks at a plan.<br>Says what to mend.", "Managers & sponsors", "10 days", "nothing promised"):
        assert said in page
    assert "Overhead slides" not in page


@pytest.mark.parametrize("path", ["catalogue.csv", "catalogue.xlsx", "booklet/"])
def test_whoever_sees_the_catalogue_may_have_it_and_a_stranger_may_not(
    offered: list[Service],
    harbour: Organisation,
    olav: Person,
    mira: Person,
    enrol: Enrol,
    signed_in: SignedIn,
    path: str,
) -> None:
    assert signed_in(mira).get(f"{HOME}{path}").status_code == 200
    sees = signed_in(enrol(harbour, Role.GUEST).person)
    assert sees.get(f"{HOME}{path}").status_code == sees.get(HOME).status_code
    assert signed_in(olav).get(f"{HOME}{path}").status_code == 404
    assert "Mentoring" not in signed_in(olav).get("/o/northern-line/office/services/catalogue.csv").content.decode()
    assert Client().get(f"{HOME}{path}").status_code == 302
