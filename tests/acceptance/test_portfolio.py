"""The steps of looking at a portfolio."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import rows_of, words_of
from acceptance.story import Story
from acceptance.under_a_standard import TODAY
from engine.small_project import DATA_DATE, lasting, sound_schedule
from plumbline.office.assurance.jobs import assess_what_is_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("portfolio.feature")
SOUND, LATE, SILENT = "Sound crossing", "Late crossing", "Silent crossing"
AFTER_THE_DATA_DATE = TODAY + (DATA_DATE - TODAY.replace(tzinfo=None)) + timedelta(days=1)


@given("a portfolio with a sound project, a late project and a project without a plan")
def _(story: Story) -> None:
    story.enrol("Edda", Role.EXECUTIVE)
    with clock_at(AFTER_THE_DATA_DATE):
        for name, days in ((SOUND, 10), (LATE, 90)):
            plan = lasting(sound_schedule(), days)
            record_plan(story.add_project(name), by=None, schedule=plan, source_format="XER")
        story.add_project(SILENT)
        assess_what_is_due()


@given("a sound project whose plan is older than the standard allows")
def _(story: Story) -> None:
    story.enrol("Edda", Role.EXECUTIVE)
    with clock_at(AFTER_THE_DATA_DATE):
        record_plan(story.add_project(SOUND), by=None, schedule=sound_schedule(), source_format="XER")
        assess_what_is_due()
    assert "schedule: green" in rows_of(story.open("Edda", ""))[SOUND]


@when("its evidence is assessed again")
def _() -> None:
    with clock_at(AFTER_THE_DATA_DATE + timedelta(days=200)):
        assess_what_is_due()


@when("an executive opens the portfolio")
def _(story: Story) -> None:
    story.open("Edda", "")


@when("an executive filters the portfolio by red evidence")
def _(story: Story) -> None:
    story.open("Edda", "?status=red")


@then(parsers.re(r"the (?P<which>sound project|late project|project without a plan) is (?P<status>\w+) for schedule"))
def _(story: Story, which: str, status: str) -> None:
    name = {"sound project": SOUND, "late project": LATE, "project without a plan": SILENT}[which]
    heads = _heads(story)
    row = story.page.content.decode().split(f">{name}</a>")[1].split("</tr>")[0]
    cell = row.split("<td")[heads.index("Schedule")]
    assert f"status-{status}" in cell


@then("it is unknown for schedule because the plan is stale")
def _(story: Story) -> None:
    assert "schedule: unknown" in rows_of(story.open("Edda", ""))[SOUND]
    assert "stale" in words_of(story.open("Edda", story.project_path(SOUND)))


@then("only the late project is listed")
def _(story: Story) -> None:
    assert set(rows_of(story.page)) == {LATE}


@then("opening the same address again lists only the late project")
def _(story: Story) -> None:
    story.enrol("Erin", Role.EXECUTIVE)
    assert set(rows_of(story.clients["Erin"].get(story.address))) == {LATE}


@given(parsers.parse("a portfolio with {number:d} projects"))
@given(parsers.parse("another portfolio with {number:d} projects"))
def _(story: Story, number: int) -> None:
    organisation = f"Organisation of {number}"
    story.enrol(f"Edda of {number}", Role.EXECUTIVE, organisation)
    portfolio = story.portfolio(organisation)
    Project.objects.bulk_create(
        Project(organisation=portfolio.organisation, portfolio=portfolio, code=f"P{each}", name=f"Project {each}")
        for each in range(number)
    )


@then("the overview of either takes the same number of queries")
def _(story: Story) -> None:
    few, many = (_queries(story, number) for number in (10, 1000))
    assert few == many


def _queries(story: Story, number: int) -> int:
    def look() -> None:
        page = story.open(f"Edda of {number}", "", f"Organisation of {number}")
        assert len(rows_of(page)) == min(number, 50)

    look()
    with CaptureQueriesContext(connection) as taken:
        look()
    return len(taken)


def _heads(story: Story) -> list[str]:
    head = story.page.content.decode().split("<thead>")[1].split("</thead>")[0]
    return [each.split("</th>")[0].split(">")[1].split("<")[0].strip() or "?" for each in head.split("<th")[1:]]
