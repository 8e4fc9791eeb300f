"""The steps of an audit."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import TODAY, Time, opened, post
from plumbline.office.conformance.models import Audit, AuditFinding, ChecklistQuestion
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import edit_project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("audit_projects.feature")


def address() -> str:
    return f"audits/{Audit.objects.get().pk}/"


@given(parsers.parse('{who} is the sponsor of "{project}"'))
def _(story: Story, who: str, project: str) -> None:
    edit_project(story.projects[project], by=None, sponsor=Person.objects.get(name=who))


@given(parsers.parse('the audit "{title}" of "{project}" has begun'))
def _(story: Story, time: Time, title: str, project: str) -> None:
    plan(story, time, "Elowen", title, "Elowen")
    by_hand(story, time, "Elowen", project)
    take(story, time, "Elowen", "begin")


@when(parsers.parse('{who} plans the audit "{title}" led by {lead}'))
def plan(story: Story, time: Time, who: str, title: str, lead: str) -> None:
    day = TODAY.date()
    fields = {"title": title, "scope": "Everything.", "reason": "It is time.", "planned_from": day}
    lead_id = Person.objects.get(name=lead).pk
    post(story, time, who, "audits/new/", fields | {"planned_to": day + timedelta(days=5), "lead": lead_id})


@when(parsers.parse("{who} has {size:d} project drawn with the seed {seed:d}"))
def _(story: Story, time: Time, who: str, size: int, seed: int) -> None:
    post(story, time, who, f"{address()}sample/", {"method": "random", "size": size, "seed": seed})


@when(parsers.parse('{who} chooses "{project}" by hand'))
def by_hand(story: Story, time: Time, who: str, project: str) -> None:
    post(story, time, who, f"{address()}sample/", {"method": "hand", "codes": story.projects[project].code})


@when(parsers.re(r"(?P<who>\w+) (?P<verb>begins|reports|closes) the audit"))
def _(story: Story, time: Time, who: str, verb: str) -> None:
    take(story, time, who, verb.removesuffix("s"))


def take(story: Story, time: Time, who: str, step: str) -> None:
    post(story, time, who, f"{address()}step/", {"step": step})


@when(parsers.parse('{who} answers every question "{value}"'))
def _(story: Story, time: Time, who: str, value: str) -> None:
    for each in ChecklistQuestion.objects.all():
        post(story, time, who, f"audits/questions/{each.pk}/", {"value": value, "note": ""})


@given(parsers.parse('{who} raises the finding "{text}" for {owner}'))
@when(parsers.parse('{who} raises the finding "{text}" for {owner}'))
def _(story: Story, time: Time, who: str, text: str, owner: str) -> None:
    asked = ChecklistQuestion.objects.all()[0]
    due = TODAY.date() + timedelta(days=9)
    fields = {"text": text, "grade": "minor", "owner": Person.objects.get(name=owner).pk, "due": due}
    post(story, time, who, f"audits/questions/{asked.pk}/finding/", fields)


@when(parsers.parse('{who} agrees to the finding: "{words}"'))
def _(story: Story, time: Time, who: str, words: str) -> None:
    do(story, time, who, "agree", words)


@when(parsers.parse('{who} disagrees with the finding: "{words}"'))
def _(story: Story, time: Time, who: str, words: str) -> None:
    do(story, time, who, "disagree", words)


@when(parsers.parse('{who} reports the finding done: "{words}"'))
def _(story: Story, time: Time, who: str, words: str) -> None:
    do(story, time, who, "done", words)


@when(parsers.parse('{who} closes the finding: "{words}"'))
def _(story: Story, time: Time, who: str, words: str) -> None:
    do(story, time, who, "close", words)


def do(story: Story, time: Time, who: str, deed: str, words: str) -> None:
    fields = {"deed": deed, "words": words, "until": TODAY.date() + timedelta(days=5)}
    post(story, time, who, f"audits/findings/{AuditFinding.objects.get().pk}/", fields)


@then(parsers.parse('the audit says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, address())


@then(parsers.parse('the report says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"{address()}report/", "Osric")


@then(parsers.parse('the finding says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"audits/findings/{AuditFinding.objects.get().pk}/")
