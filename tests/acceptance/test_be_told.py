"""The steps of being told."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from pytest_bdd import parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Notice
from plumbline.office.notifications.wording import as_written
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("be_told.feature")


def address(story: Story, path: str) -> str:
    return f"/o/{story.organisation().slug}/inbox/{path}"


def mails_of(who: str) -> list[mail.EmailMessage]:
    return [each for each in mail.outbox if each.to == [Person.objects.get(name=who).email]]


@when(parsers.parse('{who} is told "{what}" about "{project}", as "{why}"'))
def _(story: Story, who: str, what: str, project: str, why: str) -> None:
    notify(
        story.organisation(),
        Person.objects.filter(name=who),
        kind="report_late",
        title=as_written(what),
        reason=as_written(why),
        path=f"/o/{story.organisation().slug}/{story.project_path(project)}",
        key=what,
        about=f"project:{story.projects[project].pk}",
    )


@when(parsers.parse('{who} follows "{what}"'))
def _(story: Story, who: str, what: str) -> None:
    there = address(story, "open/")
    story.page = story.clients[who].get(there, {"notice": Notice.objects.get(title=what).pk}, follow=True)


@when(parsers.parse("{who} marks all as read"))
def _(story: Story, who: str) -> None:
    last = story.open(who, "inbox/").context["last"]
    story.page = story.clients[who].post(address(story, "read/"), {"through": last}, follow=True)


@when(parsers.parse("{who} takes that back"))
def _(story: Story, who: str) -> None:
    marked = Notice.objects.filter(person__name=who, read_at__isnull=False).first()
    assert marked is not None
    assert marked.read_at is not None
    story.clients[who].post(address(story, "unread/"), {"at": marked.read_at.isoformat()})


@when(parsers.parse('{who} mutes "{project}"'))
def _(story: Story, who: str, project: str) -> None:
    story.clients[who].post(address(story, "mute/"), {"about": f"project:{story.projects[project].pk}"})


@when(parsers.parse('{who} chooses "{how}" for mail'))
def _(story: Story, who: str, how: str) -> None:
    story.clients[who].post(address(story, "preferences/"), {"how": how, "hour": "8", "weekday": "0", "kinds": []})


@when(parsers.parse("the worker works the next day at {hour:d}:{minute:d}"))
def _(story: Story, hour: int, minute: int) -> None:
    zone = ZoneInfo(story.organisation().time_zone)
    tomorrow = TODAY.astimezone(zone).date() + timedelta(days=1)
    with clock_at(datetime.combine(tomorrow, time(hour, minute), zone)):
        mail_what_is_due()


@then(parsers.parse("{who} has {count:d} unread"))
def _(story: Story, who: str, count: int) -> None:
    assert story.open(who, "inbox/").context["unread_notices"] == count


@then(parsers.parse('{who} reads "{one}" and "{other}"'))
def _(story: Story, who: str, one: str, other: str) -> None:
    text = unescape(story.open(who, "inbox/").content.decode())
    assert one in text
    assert other in text


@then(parsers.parse('{who} is at the page of "{project}"'))
def _(story: Story, who: str, project: str) -> None:
    assert story.page.redirect_chain[-1][0].endswith(story.project_path(project))
    assert story.page.status_code == 200


@then(parsers.parse("{who} has no mail"))
def _(who: str) -> None:
    assert mails_of(who) == []


@then(parsers.parse('{who} has 1 mail that says "{one}" and "{other}"'))
def _(who: str, one: str, other: str) -> None:
    (message,) = mails_of(who)
    assert one in message.body
    assert other in message.body
