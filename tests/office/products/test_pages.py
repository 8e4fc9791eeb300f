"""The pages of products: who may do what, what they say, and how much they ask the database."""

from __future__ import annotations

import csv
from datetime import timedelta
from decimal import Decimal
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from office.conftest import Enrol
from office.products.conftest import MEASURED, NOW, Offer
from office.stakeholders.conftest import signed_in
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.products import actions
from plumbline.office.products.models import Augmentation, LevelStep, Product, ValueMeasurement
from plumbline.office.projects.models import Project

HOME = "/o/harbour-works"
OFFER = {
    "name": "Lockers",
    "kind": "service",
    "raises": "value",
    "user_group": "Anglers",
    "cost_once": "10",
    "cost_per_year": "1",
    "years": "2",
}


def at(found: Product | Augmentation | Project, place: str = "") -> str:
    if isinstance(found, Project):
        return f"{HOME}/projects/{found.pk}/products/{place}"
    if isinstance(found, Product):
        return f"{HOME}/projects/{found.project_id}/products/{found.pk}/{place}"
    return f"{HOME}/projects/{found.product.project_id}/augmentations/{found.pk}/{place}"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


@pytest.fixture
def desk(manager: Membership) -> Client:
    return signed_in(manager)


def test_empty_pages_say_how_to_begin(desk: Client, project: Project) -> None:
    assert "Say below what people get when this project is done" in text(desk, at(project))
    assert "Open a project and its page Products" in text(desk, f"{HOME}/products/")


def test_an_empty_product_and_an_unmeasured_augmentation_say_what_to_do(
    desk: Client, ferry_pass: Product, offer: Offer
) -> None:
    assert "What would make people glad" in text(desk, at(ferry_pass))
    found = offer("Live departures")
    assert "say by what its value to users is known" in text(desk, at(found))
    actions.change_augmentation(found, by=None, **MEASURED)
    assert "Record below what it is today" in text(desk, at(found))


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.PROJECT_MANAGER, Role.TEAM_MEMBER])
def test_who_may_see_may_not_write(
    harbour: Organisation, ferry_pass: Product, offer: Offer, enrol: Enrol, role: Role
) -> None:
    found = offer("Live departures", **MEASURED)
    client = signed_in(enrol(harbour, role, "Somebody else"))
    for path in (at(ferry_pass.project), at(ferry_pass), at(found)):
        page = text(client, path)
        assert "Withdraw" not in page
        assert "Add the product" not in page
        assert "Mark as expected" not in page
    because = {"because": "I would rather not."}
    for path, sent in (
        (at(ferry_pass.project), {"name": "Pier", "core_benefit": "Dry feet."}),
        (at(ferry_pass, "edit/"), {"name": "Pier", "core_benefit": "Dry feet."}),
        (at(ferry_pass, "withdraw/"), because),
        (at(ferry_pass, "augment/"), OFFER),
        (at(found, "edit/"), OFFER),
        (at(found, "measure/"), {"value": "3"}),
        (at(found, "level/"), {"level": "expected", "reason": "They complain."}),
        (at(found, "withdraw/"), because),
    ):
        assert client.post(path, sent).status_code == 403, path
    assert not Product.objects.exclude(withdrawn_at=None).exists()
    assert (Product.objects.count(), Augmentation.objects.count(), LevelStep.objects.count()) == (1, 1, 1)
    assert not ValueMeasurement.objects.exists()


def test_guests_do_not_see_and_strangers_find_nothing(
    harbour: Organisation, northern: Organisation, ferry_pass: Product, offer: Offer, enrol: Enrol
) -> None:
    found = offer("Live departures")
    guest, stranger = (signed_in(enrol(*each)) for each in ((harbour, Role.GUEST), (northern, Role.PMO_MANAGER)))
    for path in (f"{HOME}/products/", at(ferry_pass.project), at(ferry_pass), at(found)):
        assert guest.get(path).status_code == 403
        answer = stranger.get(path)
        assert answer.status_code == 404
        assert "Ferry pass" not in answer.content.decode()


def test_what_belongs_to_another_project_is_not_found_here(desk: Client, ferry_pass: Product, offer: Offer) -> None:
    found = offer("Live departures")
    assert desk.get(f"{HOME}/projects/{ferry_pass.project_id + 1}/products/{ferry_pass.pk}/").status_code == 404
    assert desk.get(f"{HOME}/projects/{ferry_pass.project_id + 1}/augmentations/{found.pk}/").status_code == 404


def test_the_office_writes_in_every_project(harbour: Organisation, ferry_pass: Product, enrol: Enrol) -> None:
    staff = signed_in(enrol(harbour, Role.PMO_STAFF))
    assert staff.post(at(ferry_pass, "augment/"), OFFER).status_code == 302
    assert Augmentation.objects.get().name == "Lockers"


def test_what_is_refused_stands_where_it_was_asked(desk: Client, ferry_pass: Product, offer: Offer) -> None:
    found = offer("Live departures", **MEASURED)
    ahead = (NOW + timedelta(days=3)).date().isoformat()
    for place, sent in (("measure/", {"value": "3", "on": ahead}), ("level/", {"level": "expected", "on": ahead})):
        page = desk.post(at(found, place), {"reason": "They complain."} | sent)
        assert page.status_code == 200
        assert "Choose today or a day before." in page.content.decode()
    sent = OFFER | {"measure": "Wait", "baseline": "4", "target": "4"}
    assert "has to differ" in desk.post(at(ferry_pass, "augment/"), sent).content.decode()


def test_a_dropped_deliverable_is_not_offered_anew_but_stays_where_it_is_named(
    desk: Client, ferry_pass: Product
) -> None:
    made = Deliverable.objects.create(project=ferry_pass.project, number=1, name="Readers on board")
    actions.change_product(ferry_pass, by=None, deliverables=[made])
    Deliverable.objects.update(dropped_at=NOW)
    assert "D-1 Readers on board" in text(desk, at(ferry_pass))
    assert "Readers on board" in text(desk, at(ferry_pass, "edit/"))
    assert "Readers on board" not in text(desk, at(ferry_pass.project))
    sent = {"name": "Ferry pass", "core_benefit": "Across, and nobody asks.", "deliverables": made.pk}
    assert desk.post(at(ferry_pass, "edit/"), sent).status_code == 302
    assert ferry_pass.parts.count() == 1


def test_files_hold_what_the_pages_say(desk: Client, ferry_pass: Product, offer: Offer) -> None:
    found = offer("=Live departures", **MEASURED, cost_once=Decimal(5000), years=5)
    actions.record_value(found, by=None, value=Decimal("6.5"), note="Three lines.")
    actions.add_product(ferry_pass.project, by=None, name="Pier", core_benefit="Dry feet.")
    for path in (f"{HOME}/products.csv", f"{HOME}/projects/{ferry_pass.project_id}/products.csv"):
        lines = list(csv.DictReader(StringIO(desk.get(path).content.decode("utf-8-sig"))))
        assert [each["Product"] for each in lines] == ["Ferry pass", "Pier"]
        assert (lines[0]["Gain"], lines[0]["Gain per 1,000 of yearly cost"], lines[0]["% of the way"]) == (
            "2.50",
            "2.50",
            "50",
        )
        assert lines[0]["Augmentation"].lstrip("'\t ") == "=Live departures"
    sheet = load_workbook(BytesIO(desk.get(f"{at(ferry_pass)[:-1]}.xlsx").getvalue())).active
    assert sheet is not None
    assert [each.value for each in sheet["A"]] == [
        "Level",
        "core benefit",
        "actual product",
        "actual product",
        "augmentation, offered",
    ]
    lines = list(csv.reader(StringIO(desk.get(f"{at(found)[:-1]}.csv").content.decode("utf-8-sig"))))
    assert lines[1] == ["2026-03-02", "6.5000", "min", "Three lines."]


def test_the_pages_ask_as_much_of_the_database_for_many_as_for_few(
    desk: Client, ferry_pass: Product, offer: Offer
) -> None:
    found = offer("Live departures", **MEASURED)
    pages = (f"{HOME}/products/", at(ferry_pass.project), at(ferry_pass), at(found), f"{HOME}/products.csv")

    def counted() -> list[int]:
        counts = []
        for path in pages:
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert desk.get(path).status_code == 200
            counts.append(len(asked))
        return counts

    for each in range(3):
        actions.record_value(found, by=None, value=Decimal(each), on=NOW.date() - timedelta(days=each))
    counted()  # what is kept between requests is asked once
    few = counted()
    for number in range(15):
        product = actions.add_product(ferry_pass.project, by=None, name=f"Pier {number}", core_benefit="Dry feet.")
        for of in (product, ferry_pass):
            one = offer(f"Lamp {number}", of=of, **MEASURED)
            actions.record_value(one, by=None, value=Decimal(5))
    assert counted() == few
