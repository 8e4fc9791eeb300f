"""The steps of looking after stakeholders."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.jobs import SWEEP
from plumbline.office.stakeholders.models import Communication, Stake, Stakeholder

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("look_after_stakeholders.feature")
USUAL = {"power": 3, "interest": 3, "engagement": "neutral", "desired": "supportive"}


def place(story: Story, project: str = "Quay crossing") -> str:
    return f"{story.project_path(project)}stakeholders/"


def stake_of(name: str) -> Stake:
    return Stake.objects.select_related("project").get(stakeholder__name=name)


def send(story: Story, time: Time, who: str, where: str, **fields: Any) -> None:
    post(story, time, who, where, fields)


@when(parsers.parse('Mira enters "{name}" with power {power:d}, "{engagement}", and nobody to look after him'))
def _(story: Story, time: Time, name: str, power: int, engagement: str) -> None:
    send(story, time, "Mira", place(story), **USUAL | {"name": name, "power": power, "engagement": engagement})


@when(parsers.parse('Mira looks after "{name}" herself every {days:d} days and wins him over'))
def _(story: Story, time: Time, name: str, days: int) -> None:
    stake = stake_of(name)
    won = USUAL | {"power": 5, "engagement": "supportive", "contact_every": days, "note": "We moved the bus stop."}
    send(story, time, "Mira", f"{place(story)}{stake.pk}/edit/", **won, owner=stake.project.manager_id)


@when(parsers.parse("{days:d} days have gone by without a word"))
def _(time: Time, days: int) -> None:
    time.pass_by(days)
    for _ in range(2):
        with clock_at(time.later()):
            SWEEP()


@when(parsers.parse('Mira logs that she met "{name}"'))
def _(story: Story, time: Time, name: str) -> None:
    send(story, time, "Mira", f"{place(story)}{stake_of(name).pk}/", note="He likes the stop.", channel="meeting")


@when(parsers.parse('Runa enters "{name}" in "{project}"'))
def _(story: Story, time: Time, name: str, project: str) -> None:
    send(story, time, "Runa", place(story, project), **USUAL | {"name": name})


@when(parsers.parse('Runa says that it is "{name}"'))
def _(story: Story, time: Time, name: str) -> None:
    meant = Stakeholder.objects.get(name=name).pk
    send(story, time, "Runa", place(story, "Quay lights"), **USUAL | {"name": "Voss the mayor", "meant": meant})


@when(parsers.parse('Mira plans "{purpose}" every {days:d} days, due today'))
def _(story: Story, time: Time, purpose: str, days: int) -> None:
    plan = {"audience": "Residents", "purpose": purpose, "channel": "letter", "every_days": days, "tolerance_days": 3}
    send(story, time, "Mira", f"{place(story)}communication/", **plan, due_on=time.now.date())


@when(parsers.parse('Mira records that "{purpose}" was held'))
def _(story: Story, time: Time, purpose: str) -> None:
    line = Communication.objects.get(purpose=purpose)
    send(story, time, "Mira", f"{place(story)}communication/{line.pk}/hold/", note="Sent.")


@given("Lior is a team member")
def _(story: Story) -> None:
    story.enrol("Lior", Role.TEAM_MEMBER)


@when("Lior opens the register")
def _(story: Story) -> None:
    story.open("Lior", place(story))


@given(parsers.parse('the evidence about stakeholders is "{status}"'))
@then(parsers.parse('the evidence about stakeholders is "{status}"'))
def _(status: str) -> None:
    found = Project.objects.get(name="Quay crossing").statuses.get(dimension="stakeholders")  # type: ignore[attr-defined]
    assert found.status == status


@then(parsers.parse('the register says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, place(story), "Mira"))


@then(parsers.parse('the findings that everybody reads speak of "{reference}" and not of "{name}"'))
def _(story: Story, time: Time, reference: str, name: str) -> None:
    page = unescape(opened(story, time, f"{story.project_path()}findings/", "Osric"))
    assert reference in page
    assert name not in page


@then(parsers.parse('Mira is told once "{title}"'))
def _(title: str) -> None:
    assert Notice.objects.get(title=title).person.name == "Mira"


@then(parsers.parse('"{name}" is there once and has a stake in {count:d} projects'))
def _(name: str, count: int) -> None:
    assert Stakeholder.objects.get().name == name
    assert Stake.objects.filter(stakeholder__name=name).count() == count


@then(parsers.parse('the plan of communication says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, f"{place(story)}communication/", "Mira"))
