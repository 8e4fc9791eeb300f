"""The steps of reports beside evidence. Reports are published straight: how one is written is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from office.status.parting import BEGIN, report, show_evidence, week
from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.status.jobs import work_on_what_is_due
from plumbline.office.status.models import GoToGreenPlan

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("report_beside_evidence.feature")


class Weeks:
    """How many have gone by."""

    gone = 0.0


@pytest.fixture
def weeks() -> Iterator[Weeks]:
    with week(0):
        yield Weeks()


def project(story: Story) -> Project:
    return Project.objects.get(pk=story.projects["Quay crossing"].pk)


def seen(story: Story, weeks: Weeks, who: str, path: str) -> str:
    with week(weeks.gone):
        return unescape(story.open(who, path).content.decode())


def send(story: Story, weeks: Weeks, who: str, deed: str, **fields: Any) -> None:
    """Posts about the schedule, and keeps the page that follows."""
    address = f"/o/{story.organisation().slug}/{story.project_path()}status/schedule/{deed}/"
    with week(weeks.gone):
        story.page = story.clients[who].post(address, fields, follow=True)


@given(parsers.parse("the evidence of the schedule is {colour}"))
def _(story: Story, weeks: Weeks, colour: str) -> None:
    show_evidence(project(story), colour)


@when(parsers.parse("the evidence of the schedule is {colour} {number:d} weeks later"))
def _(story: Story, weeks: Weeks, colour: str, number: int) -> None:
    weeks.gone += number
    with week(weeks.gone):
        show_evidence(project(story), colour)
        work_on_what_is_due()


@when(parsers.parse("{who} reports the schedule as {colour}"))
def _(story: Story, weeks: Weeks, who: str, colour: str) -> None:
    report(project(story), colour)


@when(parsers.parse("{number:d} weeks go by without a report"))
def _(weeks: Weeks, number: int) -> None:
    weeks.gone += number
    with week(weeks.gone):
        work_on_what_is_due()


@when(parsers.parse('{who} contests the schedule for {days:d} days: "{reason}"'))
def _(story: Story, weeks: Weeks, who: str, days: int, reason: str) -> None:
    send(story, weeks, who, "contest", reason=reason, last_day=BEGIN.date() + timedelta(days=days))


@when(parsers.parse('{who} plans to be green in {number:d} weeks: "{approach}"'))
def _(story: Story, weeks: Weeks, who: str, number: int, approach: str) -> None:
    day, owner = BEGIN.date() + timedelta(weeks=number), Person.objects.get(name=who).pk
    step = {"title_1": "Hire a second crew", "owner_1": owner, "due_on_1": day}
    send(story, weeks, who, "go-to-green", approach=approach, owner=owner, green_on=day, **step)
    assert GoToGreenPlan.objects.filter(outcome="running").count() == 1


@then(parsers.parse('{who} finds "{name}" named as "{flag}"'))
def _(story: Story, weeks: Weeks, who: str, name: str, flag: str) -> None:
    page = seen(story, weeks, who, "status/divergence/")
    named = page[page.index('id="named"') : page.index('id="matrix"')]
    assert name in named
    assert flag in named


@then(parsers.parse('{who} finds nobody named as "{flag}"'))
def _(story: Story, weeks: Weeks, who: str, flag: str) -> None:
    assert "No project is flagged today" in seen(story, weeks, who, "status/divergence/")


@then(parsers.parse('{who} finds "{name}" among the silent projects'))
def _(story: Story, weeks: Weeks, who: str, name: str) -> None:
    page = seen(story, weeks, who, "status/divergence/?show=silent")
    assert name in page[page.index('id="named"') :]


@then(parsers.parse('{who} reads beside the schedule "{words}"'))
def _(story: Story, weeks: Weeks, who: str, words: str) -> None:
    assert words in seen(story, weeks, who, f"{story.project_path()}status/schedule/")


@then(parsers.parse("the evidence of the schedule is still {colour}"))
def _(story: Story, colour: str) -> None:
    assert CurrentStatus.objects.get(project=project(story), dimension="schedule").status == colour


@then(parsers.parse('{who} finds "{name}" among the contests'))
def _(story: Story, weeks: Weeks, who: str, name: str) -> None:
    assert name in seen(story, weeks, who, "status/contests/")


@then(parsers.parse("{who} finds no contest any more"))
def _(story: Story, weeks: Weeks, who: str) -> None:
    assert "No contests" in seen(story, weeks, who, "status/contests/")


@then(parsers.parse('{who} finds "{name}" without a go-to-green plan'))
def _(story: Story, weeks: Weeks, who: str, name: str) -> None:
    assert name in seen(story, weeks, who, "status/go-to-green/?show=missing")


@then(parsers.parse('{who} finds "{name}" with a plan that is running'))
def _(story: Story, weeks: Weeks, who: str, name: str) -> None:
    assert name in seen(story, weeks, who, "status/go-to-green/")


@then(parsers.parse('{who} reads of the plan "{words}"'))
def _(story: Story, weeks: Weeks, who: str, words: str) -> None:
    path = f"{story.project_path()}go-to-green/{GoToGreenPlan.objects.get().pk}/"
    assert words in seen(story, weeks, who, path)


@then(parsers.parse("{who} reads that {percent:d} percent of the plans worked"))
def _(story: Story, weeks: Weeks, who: str, percent: int) -> None:
    page = seen(story, weeks, who, "status/go-to-green/")
    assert f"{percent}<" in page.replace(" ", "").replace("\n", "")
