"""The steps of setting a rule aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import TODAY, Time, opened, outcome_of, post
from plumbline.office.governance.models import Waiver

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("waive_a_rule.feature")


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


@then(parsers.parse('the finding of "{rule}" is waived'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "waived"


@then(parsers.parse('the findings say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"{story.project_path()}findings/")


@then(parsers.parse('the waivers say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"{story.project_path()}waivers/")
