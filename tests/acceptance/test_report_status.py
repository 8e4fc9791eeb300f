"""The steps of reporting the status of a project."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.status.jobs import SWEEP
from plumbline.office.status.models import ReportLine, StatusDraft, StatusReport

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("report_status.feature")
DIMENSIONS = ("schedule", "cost", "resources", "governance", "stakeholders", "scope", "quality")


@pytest.fixture
def gone_by() -> dict[str, int]:
    """Days since the beginning of the scenario."""
    return {"days": 0}


def at(gone_by: dict[str, int]) -> AbstractContextManager[None]:
    return clock_at(TODAY + timedelta(days=gone_by["days"]))


def path(story: Story, deed: str) -> str:
    return f"{story.project_path()}reports/{deed}"


def opened(story: Story, who: str, deed: str = "write/") -> dict[str, Any]:
    """The page, and what its form holds."""
    form = story.open(who, path(story, deed)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def send(story: Story, who: str, form: dict[str, Any], deed: str = "write/", **fields: str) -> None:
    address = f"/o/{story.organisation().slug}/{path(story, deed)}"
    story.page = story.clients[who].post(address, form | fields, follow=True)


def green() -> dict[str, str]:
    return {f"colour_{each}": "green" for each in DIMENSIONS} | {"overall": "green"}


@when(parsers.parse('{who} reports that everything is green: "{summary}"'))
def _(story: Story, who: str, summary: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        send(story, who, opened(story, who), do="publish", summary=summary, **green())
    assert StatusReport.objects.exists(), story.page.context["form"].errors


@when(parsers.parse('{who} reports that "{dimension}" is amber without saying why'))
def _(story: Story, who: str, dimension: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        send(story, who, opened(story, who), do="publish", **(green() | {f"colour_{dimension}": "amber"}))


@when(parsers.parse('{who} writes "{words}" and leaves'))
def _(story: Story, who: str, words: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        send(story, who, opened(story, who), do="autosave", summary=words)


@when(parsers.parse("{days:d} days have gone by for reports"))
def _(days: int, gone_by: dict[str, int]) -> None:
    gone_by["days"] = days
    with at(gone_by):
        SWEEP()


@when(parsers.parse("{who} opens the next report"))
def _(story: Story, who: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        opened(story, who)


@when(
    parsers.parse('{who} opens the report on two pages and saves "{first}" on the first and "{second}" on the second')
)
def _(story: Story, who: str, first: str, second: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        one, two = opened(story, who), opened(story, who)
        send(story, who, one, do="save", summary=first)
        send(story, who, two, do="save", summary=second)


@when(parsers.parse("{who} says that he has read it"))
def _(story: Story, who: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        send(story, who, {}, f"{StatusReport.objects.get().pk}/acknowledge/", read="yes")


@when(parsers.parse('{who} adds the report line "{name}", reported by {reporter}'))
def _(story: Story, who: str, name: str, reporter: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        person = Person.objects.get(name=reporter)
        send(story, who, {}, "lines/add/", name=name, reporter=str(person.pk))


@when(parsers.parse('{who} reports on that line: "{summary}"'))
def _(story: Story, who: str, summary: str, gone_by: dict[str, int]) -> None:
    deed = f"write/?line={ReportLine.objects.get().pk}"
    with at(gone_by):
        send(story, who, opened(story, who, deed), deed, do="publish", summary=summary, **green())


@then(parsers.parse('{who} reads in the report "{words}"'))
def _(story: Story, who: str, words: str) -> None:
    page = story.open(who, path(story, f"{StatusReport.objects.get().pk}/"))
    assert words in unescape(page.content.decode())


@then("nothing is published")
def _() -> None:
    assert not StatusReport.objects.exists()


@then(parsers.parse('the draft says "{words}"'))
def _(words: str) -> None:
    assert StatusDraft.objects.get().summary == words


@then(parsers.parse('{who} finds it at the desk under "{state}"'))
def _(story: Story, who: str, state: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        assert "Quay crossing" in story.open(who, f"status/?state={state}").content.decode()


@then(parsers.parse("{who} reminds {manager}"))
def _(story: Story, who: str, manager: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        send(story, who, {}, "remind/", remind="yes")
    assert Notice.objects.filter(person__name=manager, kind="report_reminder").exists()


@then(parsers.parse('the status of the project says "{words}"'))
def _(story: Story, words: str, gone_by: dict[str, int]) -> None:
    with at(gone_by):
        assert words in unescape(story.open("Dagny", path(story, "")).content.decode())
