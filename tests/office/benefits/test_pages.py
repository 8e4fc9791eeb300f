"""The pages of benefits: who may, who sees, how many queries, and what a person finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.benefits.conftest import Promise, at
from office.conftest import Enrol
from plumbline.office.benefits import actions
from plumbline.office.benefits.models import BenefitMeasurement, Means
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective

SignedIn = Callable[[Person], Client]
OFFICE = "/o/harbour-works"


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def test_a_benefit_is_entered_measured_and_seen_in_the_register(
    signed_in: SignedIn, crane: Project, tove: Person, mira: Person
) -> None:
    client = signed_in(mira)
    given = {
        "title": "Shorter waits", "kind": "non-financial", "rung": "measurable", "owner": tove.pk, "unit": "h",
        "measure": "Hours at the quay", "baseline": "10", "baseline_on": "2026-01-01", "target": "6",
        "realised_on": "2026-12-31", "points": "2026-07-02 8.5", "measure_every": "30", "status": "agreed",
    }  # fmt: skip
    with clock_at(at(7, 2)):
        added = client.post(f"{OFFICE}/projects/{crane.pk}/benefits/add/", given)
        assert added.status_code == 302, added.content.decode()[-2000:]
        page = signed_in(tove).post(f"{added['Location']}measure/", {"value": "9", "on": "2026-07-02"}, follow=True)
        words = unescape(page.content.decode())
        assert "The measurement is kept." in words
        assert "Behind the plan" in words
        assert "Shorter waits" in text_of(client, f"{OFFICE}/benefits/")


def test_points_that_cannot_be_read_name_their_line(signed_in: SignedIn, crane: Project, mira: Person) -> None:
    given = {
        "title": "x",
        "kind": "non-financial",
        "rung": "measurable",
        "status": "proposed",
        "points": "2026-07-02 8\nsoon 3",
    }
    answer = signed_in(mira).post(f"{OFFICE}/projects/{crane.pk}/benefits/add/", given)
    assert "Line 2: write a day and a level" in unescape(answer.content.decode())


def test_four_people(
    signed_in: SignedIn, enrol: Enrol, harbour: Organisation, promise: Promise, tove: Person, wim: Person, olav: Person
) -> None:
    """The owner measures, a colleague reads, a guest may not, and for a stranger there is nothing."""
    benefit = promise()
    place = f"{OFFICE}/benefits/{benefit.pk}/"
    guest = enrol(harbour, Role.GUEST, "Gus Est").person
    told = {"value": "9", "on": "2026-02-01"}
    with clock_at(at(2, 2)):
        assert signed_in(tove).post(f"{place}measure/", told).status_code == 302
        reader = signed_in(wim)
        assert "Keep it" not in text_of(reader, place)
        assert reader.post(f"{place}measure/", told).status_code == 403
        assert reader.get(f"{place}edit/").status_code == 403
        assert signed_in(guest).get(place).status_code == 403
        assert signed_in(olav).get(place).status_code == 404
    assert BenefitMeasurement.objects.count() == 1


def test_the_owner_measures_after_the_project_is_closed(
    signed_in: SignedIn, promise: Promise, crane: Project, ada: Person, tove: Person
) -> None:
    benefit = promise()
    archive(crane, by=ada)
    place = f"{OFFICE}/benefits/{benefit.pk}/"
    with clock_at(at(9, 1)):
        signed_in(tove).post(f"{place}measure/", {"value": "7", "on": "2026-09-01"})
        assert "The project is closed. This is measured on." in text_of(signed_in(tove), place)
    assert BenefitMeasurement.objects.count() == 1


@pytest.mark.parametrize("way", ["objective", "programme", "portfolio"])
def test_realisation_by_each_way(
    signed_in: SignedIn, promise: Promise, crane: Project, faster: Objective, mira: Person, tove: Person, way: str
) -> None:
    benefit = promise(
        "Cheaper", kind="cashable", rung="financial", unit="EUR", baseline=Decimal(0), target=Decimal(100)
    )
    actions.link(benefit, faster, by=mira)
    with clock_at(at(7, 2)):
        actions.measure_benefit(benefit, by=tove, value=Decimal(40))
        page = text_of(signed_in(mira), f"{OFFICE}/benefits/realisation/?by={way}")
        lines = signed_in(mira).get(f"{OFFICE}/benefits/realisation.csv?by={way}").content.decode("utf-8-sig")
    name = {"objective": "Ships that need not wait", "programme": "Lifting", "portfolio": "Quays"}[way]
    assert name in page
    assert "80 %" in page
    assert f"{name},cashable,EUR,1,0,100.0,50.0,50.0,40.0,80" in lines


@pytest.mark.parametrize(
    ("narrowed", "found"), [("", 2), ("?q=cheap", 1), ("?status=ended", 0), ("objective", 1), ("?owner=nobody", 2)]
)
def test_the_register_is_filtered_by_its_address(
    signed_in: SignedIn, promise: Promise, faster: Objective, mira: Person, narrowed: str, found: int
) -> None:
    actions.link(promise("Cheaper"), faster, by=mira)
    promise()
    query = f"?objective={faster.pk}" if narrowed == "objective" else narrowed
    lines = signed_in(mira).get(f"{OFFICE}/benefits.csv{query}").content.decode().strip().splitlines()
    assert len(lines) == 1 + found


def test_the_network_is_linked_and_mended_on_the_page(
    signed_in: SignedIn, promise: Promise, crane: Project, change: Means, faster: Objective, mira: Person
) -> None:
    promise()
    client, place = signed_in(mira), f"{OFFICE}/projects/{crane.pk}/benefits/"
    assert "B-1 Shorter waits is fed by no business change." in text_of(client, place)
    client.post(f"{place}link/", {"source": "C-1", "target": "B-1"})
    client.post(f"{place}link/", {"source": "B-1", "target": f"O-{faster.pk}"})
    assert "The network is sound" in text_of(client, place)
    wrong = client.post(f"{place}link/", {"source": "B-1", "target": "C-1"})
    assert "This does not lead to that" in unescape(wrong.content.decode())


def test_pages_need_no_more_queries_with_more_benefits(
    signed_in: SignedIn, promise: Promise, crane: Project, change: Means, faster: Objective, mira: Person, tove: Person
) -> None:
    client = signed_in(mira)
    places = (
        f"{OFFICE}/benefits/", f"{OFFICE}/benefits/?objective={faster.pk}", f"{OFFICE}/benefits/realisation/",
        f"{OFFICE}/projects/{crane.pk}/benefits/",
    )  # fmt: skip

    def counts() -> list[int]:
        found = []
        for each in places:
            client.get(each)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(each)
            found.append(len(queries))
        return found

    def grow(title: str) -> None:
        benefit = promise(title)
        actions.link(change, benefit, by=mira)
        actions.link(benefit, faster, by=mira)
        with clock_at(at(2, 2)):
            actions.measure_benefit(benefit, by=tove, value=Decimal(9), on=date(2026, 2, 1))

    grow("First")
    with clock_at(at(2, 3)):
        few = counts()
    for number in range(20):
        grow(f"Benefit {number}")
    with clock_at(at(2, 3)):
        assert counts() == few
    assert max(few) < 40


def test_an_empty_page_says_what_to_do(signed_in: SignedIn, crane: Project, mira: Person, wim: Person) -> None:
    place = f"{OFFICE}/projects/{crane.pk}/benefits/"
    assert "Add the first benefit" in text_of(signed_in(mira), place)
    assert "The project manager enters here" in text_of(signed_in(wim), place)
    assert "No benefits yet" in text_of(signed_in(wim), f"{OFFICE}/benefits/")
    assert "Nothing to add up yet" in text_of(signed_in(wim), f"{OFFICE}/benefits/realisation/")
