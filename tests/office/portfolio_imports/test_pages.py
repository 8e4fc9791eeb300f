"""The pages of imports and trends."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from office.conftest import Enrol
from office.portfolio_imports.importing import checked, imported
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.portfolio_imports.actions import save_map
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HEADS = "Code,Name,Portfolio,Rating,As of,Budget\n"


def many(count: int, year: int) -> bytes:
    return (HEADS + "".join(f"Q-{n},Quay {n},Part {n % 3},Amber,{year}-03-31,{n}\n" for n in range(count))).encode()


@pytest.mark.parametrize("place", ["portfolio/trends/", "portfolio/imports/{pk}/", "portfolio/imports/"])
def test_no_page_asks_more_of_the_database_for_more_rows(
    place: str,
    harbour: Organisation,
    ada: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: Any,
) -> None:
    imported(harbour, ada, many(3, 2024))
    imported(harbour, ada, many(3, 2025))
    address = f"/o/{harbour.slug}/{place.format(pk=PortfolioImport.objects.earliest('pk').pk)}"
    client = signed_in(ada)
    client.get(address)
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    found = imported(harbour, ada, many(40, 2026))
    with django_assert_max_num_queries(len(few)):
        assert client.get(f"/o/{harbour.slug}/{place.format(pk=found.pk)}").status_code == 200


def test_trends_count_ratings_by_year_and_portfolio(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    imported(harbour, ada, many(6, 2024))
    imported(harbour, ada, many(6, 2025).replace(b"Amber", b"Green"))
    client = signed_in(ada)
    years = client.get(f"/o/{harbour.slug}/portfolio/trends/").context["trends"].years
    assert [(each.year, each.projects, each.better, each.budget) for each in years] == [
        (2024, 6, 0, 15),
        (2025, 6, 6, 15),
    ]
    part = harbour.portfolios.get(name="Part 1")
    trends = client.get(f"/o/{harbour.slug}/portfolio/trends/?portfolio={part.pk}").context["trends"]
    assert [each.projects for each in trends.years] == [2, 2]
    assert [line.project.code for line in trends.lines] == ["Q-1", "Q-4"]
    lines = client.get(f"/o/{harbour.slug}/portfolio/trends.csv?portfolio={part.pk}").content.decode("utf-8-sig")
    assert "2025,,all,2,2,0,0" in lines


def test_two_periods_of_one_year_count_once(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    imported(harbour, ada, many(2, 2024))
    imported(harbour, ada, many(2, 2024).replace(b"03-31", b"09-30"))
    (year,) = signed_in(ada).get(f"/o/{harbour.slug}/portfolio/trends/").context["trends"].years
    assert (year.projects, year.same) == (2, 2)


def test_before_the_first_import_trends_say_how_to_get_there(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    assert b"No history yet" in signed_in(ada).get(f"/o/{harbour.slug}/portfolio/trends/").content


def test_the_report_of_errors_opens_in_a_spreadsheet(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    found = checked(harbour, ada, (HEADS + "Q-1,=cmd,Part,Red,2024,many\n").encode())
    address = f"/o/{harbour.slug}/portfolio/imports/{found.pk}/report"
    lines = list(load_workbook(io.BytesIO(signed_in(ada).get(f"{address}.xlsx").content)).worksheets[0].values)
    assert lines[1] == (
        "row 2", "=cmd", "Error", "Budget", "many",
        "It is not an amount; write it as 1234.50, or leave the cell empty.",
    )  # fmt: skip
    assert b"'=cmd" in signed_in(ada).get(f"{address}.csv").content
    assert signed_in(ada).get(f"{address}.pdf").status_code == 404


def test_what_is_wrong_with_a_map_is_told_at_its_field(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    file = SimpleUploadedFile("q.csv", many(1, 2024))
    there = client.post(f"/o/{harbour.slug}/portfolio/imports/", {"file": file})["Location"]
    sent = {"go": "check", "name": "Q", "family": "q", "money_scale": 1, "decimal_mark": ".", "ratings": "Red = mauve"}
    form = client.post(there, sent).context["map"]
    assert "green, amber, red or nothing" in str(form.errors["ratings"])
    form = client.post(there, {**sent, "ratings": ""}).context["map"]
    assert "Say which column holds the name" in str(form.non_field_errors())
    assert PortfolioImport.objects.get().state == "uploaded"


def test_what_is_no_table_is_refused_at_the_file(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    file = SimpleUploadedFile("q.xlsx", b"PK\x03\x04 broken")
    page = signed_in(ada).post(f"/o/{harbour.slug}/portfolio/imports/", {"file": file})
    assert "damaged" in str(page.context["form"].errors["file"])
    assert not PortfolioImport.objects.exists()


def test_imports_are_for_the_office_and_trends_for_all_who_belong(
    harbour: Organisation, ada: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    found = imported(harbour, ada, many(1, 2024))
    guest = enrol(harbour, Role.GUEST, "Guest").person
    project = Project.objects.get()
    for person, imports, trends in ((ada, 200, 200), (guest, 403, 200), (olav, 404, 404)):
        client = signed_in(person)
        for place in ("portfolio/imports/", f"portfolio/imports/{found.pk}/", f"portfolio/imports/{found.pk}/map/"):
            assert client.get(f"/o/{harbour.slug}/{place}").status_code == imports
        for place in ("portfolio/trends/", f"projects/{project.pk}/trends/", f"projects/{project.pk}/trends.csv"):
            assert client.get(f"/o/{harbour.slug}/{place}").status_code == trends
    assert client.get(f"/o/{olav.memberships.get().organisation.slug}/portfolio/imports/{found.pk}/").status_code == 404


def test_a_map_is_removed_and_what_came_by_it_stays(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    found = imported(harbour, ada, many(1, 2024))
    kept = save_map(harbour, MapSpec.model_validate(found.spec), by=ada)
    signed_in(ada).post(f"/o/{harbour.slug}/portfolio/imports/maps/{kept.pk}/remove/")
    assert not harbour.column_maps.exists()
    assert Project.objects.count() == 1
