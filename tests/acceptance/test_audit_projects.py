"""The steps of auditing projects."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.conformance.models import Audit, AuditFinding, AuditItem
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("audit_projects.feature")


@given(parsers.parse('the project "{name}" managed by Elowen'))
def _(story: Story, name: str) -> None:
    story.add_project(name, Person.objects.get(name="Elowen"))


@given(parsers.parse('{who} has an audit of "{project}" with a finding for {owner}'))
def _(story: Story, who: str, project: str, owner: str) -> None:
    plan(story, who, {"choice": "hand", "by_hand": [story.projects[project].pk]})
    step(story, who, "start")
    raise_finding(story, who, owner, "Write the charter.")


@when(parsers.parse('{who} plans an audit of "{project}" by hand'))
def _(story: Story, who: str, project: str) -> None:
    plan(story, who, {"choice": "hand", "by_hand": [story.projects[project].pk]})


@when(parsers.parse("{who} plans an audit of {count:d} project by chance"))
def _(story: Story, who: str, count: int) -> None:
    plan(story, who, {"choice": "chance", "count": count})


@when(parsers.parse("{who} starts the audit"))
def _(story: Story, who: str) -> None:
    step(story, who, "start")


@when(parsers.parse('{who} answers every question "{value}": "{evidence}"'))
def _(story: Story, who: str, value: str, evidence: str) -> None:
    for item in AuditItem.objects.all():
        post(story, who, f"audits/questions/{item.pk}/", {"value": value, "evidence": evidence})


@when(parsers.parse('{who} raises a finding for {owner}: "{text}"'))
def raise_finding(story: Story, who: str, owner: str, text: str) -> None:
    audit = Audit.objects.get()
    fields = {
        "project": audit.projects.get().pk,
        "text": text,
        "grade": "major",
        "owner": Person.objects.get(name=owner).pk,
        "due_on": TODAY.date() + timedelta(days=30),
    }
    post(story, who, f"audits/{audit.pk}/raise/", fields)


@when(parsers.parse("{who} gives the report"))
def _(story: Story, who: str) -> None:
    step(story, who, "report")


@when(parsers.parse('{who} says about the finding that it is "{what}": "{note}"'))
def _(story: Story, who: str, what: str, note: str) -> None:
    post(story, who, f"audits/findings/{AuditFinding.objects.get().pk}/", {"what": what, "note": note})


@when(parsers.parse('{who} closes the finding: "{note}"'))
def _(story: Story, who: str, note: str) -> None:
    post(story, who, f"audits/findings/{AuditFinding.objects.get().pk}/", {"decision": "close", "note": note})


@when(parsers.parse("{who} closes the audit"))
def _(story: Story, who: str) -> None:
    step(story, who, "close")


@then(parsers.parse('the report says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in story.open("Osric", f"audits/{Audit.objects.get().pk}/report/").content.decode()


@then(parsers.parse('the audit says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in story.open("Osric", f"audits/{Audit.objects.get().pk}/").content.decode()


@then(parsers.parse('the audits say "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in story.open("Osric", "audits/").content.decode()


@then("the finding is not closed")
def _() -> None:
    assert AuditFinding.objects.get().state == "done"


@then("no report is given")
def _() -> None:
    assert Audit.objects.get().report is None


@then("they are not allowed to")
def _(story: Story) -> None:
    assert story.page.status_code == 403


def plan(story: Story, who: str, chosen: dict[str, Any]) -> None:
    fields = {
        "title": "Papers in order",
        "subject": "Papers",
        "reason": "Nobody has looked yet.",
        "lead": Person.objects.get(name=who).pk,
        "planned_on": TODAY.date(),
    }
    post(story, who, "audits/new/", fields | chosen)


def step(story: Story, who: str, name: str) -> None:
    post(story, who, f"audits/{Audit.objects.get().pk}/step/{name}/", {})


def post(story: Story, who: str, place: str, fields: dict[str, Any]) -> None:
    with clock_at(TODAY):
        story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{place}", fields)
