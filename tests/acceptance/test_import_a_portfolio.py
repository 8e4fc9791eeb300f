"""The steps of importing a portfolio; the table is one that no ministry would like to be known for."""

from __future__ import annotations

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.people.roles import Role
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("import_a_portfolio.feature")

TABLES = {
    2024: "Project Name;Eel ladders;Sluice 4;Tide clock;\n"
    '"RAG\nRating";Amber/Green;amber / red;Red;\n'
    "Whole life cost (£ million);£1,20;£5,10;exempt;\n"
    "End date;31/03/2026;30/06/2027;soon;\n",
    2025: "Project Name;Eel ladders;Sluice 4\nRAG Rating;Green;Green\nWhole life cost (£ million);£1,20;£5,20\n"
    "End date;31/03/2026;30/09/2027\n",
}


@given("Elowen is PMO staff, Osric is an executive, and Mira is a project manager")
def _(story: Story) -> None:
    for name, role in (
        ("Elowen", Role.PMO_STAFF), ("Osric", Role.EXECUTIVE), ("Mira", Role.PROJECT_MANAGER),
    ):  # fmt: skip
        story.enrol(name, role)


def send(story: Story, place: str, who: str = "Elowen", **fields: object) -> None:
    address = f"/o/{story.organisation().slug}/portfolio/imports/{place}"
    story.page = story.clients[who].post(address, fields, follow=True)
    run_waiting_tasks()
    story.page = story.clients[who].get(story.page.request["PATH_INFO"])


def latest() -> PortfolioImport:
    found = PortfolioImport.objects.order_by("pk").last()
    assert found
    return found


def hand_in(story: Story, year: int) -> None:
    """One project in each column, decimal commas, Windows' encoding; the layout is said by hand."""
    file = SimpleUploadedFile("Ministry of Tides.csv", TABLES[year].encode("cp1252"))
    send(story, "", file=file)
    send(story, f"{latest().pk}/map/", go="layout", header_row=1, transposed="on")


def have_it_checked(story: Story, year: int) -> None:
    columns = [each["heading"] for each in latest().columns]
    fills = dict(zip(("name", "rating", "budget", "forecast_finish"), columns, strict=True))
    chosen = {f"column_{place}": name for place, name in enumerate(fills)}
    send(
        story,
        f"{latest().pk}/map/",
        go="check",
        name="Ministry of Tides",
        family="tides",
        as_of=f"{year}-03-31",
        portfolio="Tides",
        date_order="day first",
        money_scale=1_000_000,
        decimal_mark=",",
        rating_scale="Five",
        ratings="Green = green\nAmber/Green = amber\nAmber = amber\nAmber/Red = amber\nRed = red",
        not_given="exempt",
        **chosen,
    )


def confirm(story: Story) -> None:
    send(story, f"{latest().pk}/confirm/")


@when(parsers.parse("Elowen hands in the table of the Ministry of Tides for {year:d}"))
def _(story: Story, year: int) -> None:
    hand_in(story, year)


@when("Elowen has it checked")
def _(story: Story) -> None:
    have_it_checked(story, 2024)


@when("Elowen confirms")
def _(story: Story) -> None:
    confirm(story)


@when("Elowen cancels")
def _(story: Story) -> None:
    send(story, f"{latest().pk}/cancel/")


@given(parsers.parse("the table of the Ministry of Tides for {year:d} is imported"))
def _(story: Story, year: int) -> None:
    hand_in(story, year)
    have_it_checked(story, year)
    confirm(story)


@when("Elowen imports the same table again")
def _(story: Story) -> None:
    hand_in(story, 2024)
    have_it_checked(story, 2024)
    confirm(story)


@then(parsers.parse('Elowen reads "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@then("there are no projects")
def _() -> None:
    assert not Project.objects.exists()


@then(parsers.parse('the projects are "{names}"'))
def _(names: str) -> None:
    assert sorted(Project.objects.values_list("name", flat=True)) == names.split(", ")


@then(parsers.parse('Osric sees "{text}" under Trends'))
def _(story: Story, text: str) -> None:
    seen = unescape(story.open("Osric", "portfolio/trends/").content.decode())
    assert text.casefold() in seen.casefold().replace(" / ", "/")


@then(parsers.parse('Osric sees nothing of "{text}" under Trends'))
def _(story: Story, text: str) -> None:
    assert text not in story.open("Osric", "portfolio/trends/").content.decode()


@then(parsers.parse('the project "{name}" has the budget {budget:d}'))
def _(name: str, budget: int) -> None:
    assert Project.objects.get(name=name).budget == budget


@then(parsers.parse('Osric sees that the rating of "{name}" rose'))
def _(story: Story, name: str) -> None:
    page = story.open("Osric", f"projects/{Project.objects.get(name=name).pk}/trends/").content.decode()
    assert "rose" in page
    assert "finish +92 days" in page


@then("Osric and Mira may not import a portfolio")
def _(story: Story) -> None:
    assert [story.open(who, "portfolio/imports/").status_code for who in ("Osric", "Mira")] == [403, 403]
