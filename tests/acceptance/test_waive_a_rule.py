"""The steps of setting a rule aside."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.assurance.jobs import assess_what_is_due
from plumbline.office.assurance.models import Standing
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.models import Waiver

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("waive_a_rule.feature")


class Time:
    """It goes on with every step, so that what changed is later than what was known."""

    def __init__(self) -> None:
        self.now: datetime = TODAY

    def later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@when(parsers.parse('{who} asks for a waiver of "{rule}" for {days:d} days: "{reason}"'))
def _(story: Story, time: Time, who: str, rule: str, days: int, reason: str) -> None:
    fields = {"rule": rule, "reason": reason, "last_day": TODAY.date() + timedelta(days=days)}
    post(story, time, who, f"{story.project_path()}waivers/ask/", fields)


@when(parsers.parse("{who} approves the waiver"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"waivers/{Waiver.objects.get().pk}/", {"decision": "approve", "note": ""})


@when(parsers.parse('{who} refuses the waiver: "{note}"'))
def _(story: Story, time: Time, who: str, note: str) -> None:
    post(story, time, who, f"waivers/{Waiver.objects.get().pk}/", {"decision": "refuse", "note": note})


@when(parsers.parse("{who} ends the waiver"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"waivers/{Waiver.objects.get().pk}/end/", {})


@when(parsers.parse("{days:d} days have gone by"))
def _(time: Time, days: int) -> None:
    time.now += timedelta(days=days)
    with clock_at(time.later()):
        assess_what_is_due()


@then(parsers.parse('the finding of "{rule}" is waived'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "waived"


@then(parsers.parse('the finding of "{rule}" fails'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "fail"


@then(parsers.parse('the findings say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, "findings/")


@then(parsers.parse('the waivers say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, "waivers/")


@then("they are not allowed to")
def _(story: Story) -> None:
    assert story.page.status_code == 403


def outcome_of(rule: str) -> str:
    return Standing.objects.get().assessment.findings.get(rule=rule).outcome


def opened(story: Story, time: Time, page: str) -> str:
    with clock_at(time.later()):
        return story.open("Dagny", f"{story.project_path()}{page}").content.decode()


def post(story: Story, time: Time, who: str, place: str, fields: dict[str, Any]) -> None:
    with clock_at(time.later()):
        story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{place}", fields)
        assess_what_is_due()
