"""The steps of writing the charter."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.conformance.models import PracticeReading
from plumbline.office.mandate.models import Challenge, CharterProposal
from plumbline.office.people.models import Person
from plumbline.office.services.models import Service

pytestmark = pytest.mark.django_db
scenarios("write_the_charter.feature")


def at(story: Story, path: str = "") -> str:
    return f"/o/{story.organisation().slug}/office/{path}"


def page(story: Story, who: str = "Dagny") -> str:
    text = story.clients[who].get(at(story)).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def post(story: Story, who: str, path: str, **data: Any) -> str:
    return story.clients[who].post(at(story, path), data, follow=True).content.decode()


@given(parsers.parse("reports were on time in {value:d} % of the cases"))
@when(parsers.parse("reports are on time in {value:d} % of the cases"))
def read(story: Story, value: int) -> None:
    number = PracticeReading.objects.count() + 1
    PracticeReading.objects.create(
        organisation=story.organisation(), day=date(2026, 1, number), metric="report_timeliness", value=value
    )


@when(parsers.parse('{who} chooses the common challenge "{key}" with a target of {target:d}'))
def choose(story: Story, who: str, key: str, target: int) -> None:
    post(story, who, "mandate/common/", keys=[key])
    found = Challenge.objects.get(key=key)
    baseline = "" if found.baseline is None else found.baseline
    given = {"title": found.title, "why": found.why, "metric": found.metric, "baseline": baseline, "target": target}
    post(story, who, f"mandate/challenge/{found.pk}/", **given)


@when(parsers.parse('{who} lets the service "{title}" answer it'))
def answer(story: Story, who: str, title: str) -> None:
    service = Service.objects.create(organisation=story.organisation(), title=title)
    post(story, who, "mandate/answer/", challenge=Challenge.objects.get().pk, service=service.pk)


@when(parsers.parse("{who} writes purpose, kind, sponsor and review"))
def write(story: Story, who: str) -> None:
    post(story, who, "mandate/purpose/", own=1, purpose="Reports can be trusted.")
    post(story, who, "mandate/authority/", own=1, office_name="PMO", control="supportive", reach="enterprise")
    post(story, who, "mandate/place/", own=1, sponsor=Person.objects.get(name="Osric").pk)
    post(story, who, "mandate/review/", own=1, review_on="2027-01-01")


@given(parsers.parse('a charter with the challenge "{key}" from {baseline:d} to {target:d}'))
def written(story: Story, key: str, baseline: int, target: int) -> None:
    read(story, baseline)
    choose(story, "Dagny", key, target)


@when(parsers.parse("{who} asks for its approval"))
def ask(story: Story, who: str) -> None:
    post(story, who, "approval/ask/")


@when(parsers.parse("{who} approves it"))
def approve(story: Story, who: str) -> str:
    return post(story, who, "approval/approve/", digest=CharterProposal.objects.get().digest)


@then(parsers.parse('{who} is told "{words}" when they approve it'))
def told(story: Story, who: str, words: str) -> None:
    assert words in approve(story, who)


@then(parsers.parse('the charter says "{words}"'))
def says(story: Story, words: str) -> None:
    assert words in page(story)


@then(parsers.parse('asking for approval is refused with "{words}"'))
def refused(story: Story, words: str) -> None:
    assert words in post(story, "Dagny", "approval/ask/")


@then(parsers.parse('the charter shows {baseline:d}, {now:d} and {target:d} and "{word}"'))
def shows(story: Story, baseline: int, now: int, target: int, word: str) -> None:
    row = page(story).partition("Answered by")[2].partition("Mandate")[0]
    assert re.search(rf"\b{baseline}\b.*\b{now}\b.*\b{target}\b.*{word}", row), row
