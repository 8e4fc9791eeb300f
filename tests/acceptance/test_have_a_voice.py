"""The steps of having a voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from office.status.parting import BEGIN, report, show_evidence, week
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions
from plumbline.office.pulse.models import TeamRound
from plumbline.office.status.jobs import renew_what_is_due

pytestmark = pytest.mark.django_db
scenarios("have_a_voice.feature")
TEAM = [f"Hand {each}" for each in "ABCDEF"]
COUNTS = {"four": 4, "six": 6}


@pytest.fixture
def story(db: None) -> Iterator[Story]:
    """In the week of the first report."""
    with week(0):
        yield Story()


@given('the project "Quay crossing" managed by "Mira", which she reports as green')
def _(story: Story) -> None:
    project = story.add_project("Quay crossing", story.enrol("Mira", Role.PROJECT_MANAGER))
    show_evidence(project, "green")
    report(project, "green")


@given("a team of six works on it, and Dagny runs the PMO")
def _(story: Story) -> None:
    story.enrol("Dagny", Role.PMO_MANAGER)
    for each in TEAM:
        person = story.enrol(each, Role.TEAM_MEMBER)
        appoint(story.projects["Quay crossing"], by=None, role="team_lead", person=person)


@given("Dagny asks the team every week, first how confident it is in the next milestone")
def _(story: Story) -> None:
    said = {
        "cadence": "weekly", "question_0": "Is the next milestone met?", "asks_confidence": "on", "is_running": "on",
        "projects": [story.projects["Quay crossing"].pk],
    }  # fmt: skip
    sent = story.clients["Dagny"].post(f"/o/{story.organisation().slug}/pulse/set-up/", said)
    assert sent.status_code == 302


@when("the round opens")
def open_round(story: Story) -> None:
    actions.keep_up()
    with clock_at(BEGIN + timedelta(days=1)):
        mail_what_is_due()
    with clock_at(BEGIN + timedelta(days=1, hours=20)):
        mail_what_is_due()


@given(parsers.parse("the round is open and {number} of the team have answered {value:d}"))
def _(story: Story, number: str, value: int) -> None:
    open_round(story)
    for each in TEAM[: COUNTS[number]]:
        actions.answer_as(TeamRound.objects.get(), [value], by=Person.objects.get(name=each))


@when(parsers.parse('"{who}" answers {value:d} from the mail'))
def _(story: Story, who: str, value: int) -> None:
    visitor = Client()
    form = visitor.get(link_of(who)).content.decode()
    (team,) = re.findall(r'name="team" value="(\d+)"', form)
    story.page = visitor.post(link_of(who), {"team": team, "answer_0": str(value)}, follow=True)
    story.address = link_of(who)


@when("the round has closed")
def _(story: Story) -> None:
    with clock_at(BEGIN + timedelta(days=6)):
        actions.keep_up()
        assess_while_due(story.projects["Quay crossing"].pk)
        renew_what_is_due()


@when('"Hand A" wants to set up the pulse')
def _(story: Story) -> None:
    story.open("Hand A", "pulse/set-up/")


@then("each of the team has a mail with a link of their own")
def _() -> None:
    assert len({link_of(each) for each in TEAM}) == len(TEAM)


@then("nobody's inbox shows a link")
def _(story: Story) -> None:
    for each in TEAM:
        page = story.open(each, "inbox/").content.decode()
        assert "How is it going?" in page
        assert "pulse-link" not in page


@then(parsers.parse('they read "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in story.page.content.decode()


@then(parsers.parse('opening the link again, they read "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in Client().get(story.address).content.decode()


@then("Dagny reads no mean")
def _(story: Story) -> None:
    assert "No round has closed yet" in story.open("Dagny", "pulse/").content.decode()


@then(parsers.parse('Dagny and "Hand A" read the mean "{mean}"'))
def _(story: Story, mean: str) -> None:
    for each in ("Dagny", "Hand A"):
        assert f">{mean}</td>" in story.open(each, "pulse/").content.decode()


@then(parsers.parse('Dagny reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in story.open("Dagny", "pulse/").content.decode()


@then(parsers.parse('a link of the round says "{words}"'))
def _(words: str) -> None:
    assert words in Client().get(link_of("Hand A")).content.decode()


@then(parsers.parse('on the page of reports beside evidence Dagny finds "{project}" named as "{flag}"'))
def _(story: Story, project: str, flag: str) -> None:
    named = story.open("Dagny", "status/divergence/").content.decode().partition('id="named"')[2]
    assert project in named
    assert flag in named


@then("they are told that their role does not allow it")
def _(story: Story) -> None:
    assert story.page.status_code == 403
    assert "does not allow" in story.page.content.decode()


def link_of(who: str) -> str:
    """The path in the mail of this person."""
    email = Person.objects.get(name=who).email
    (sent,) = [each for each in mail.outbox if each.to == [email]]
    (found,) = re.findall(r"/pulse-link/[^\s/]+/", str(sent.body))
    return str(found)
