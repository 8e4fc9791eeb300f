"""The steps of counting how well standards are followed."""

from __future__ import annotations

import re

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.conformance.jobs import SWEEP
from plumbline.office.foundation.clock import clock_at

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("conformance.feature")


@when("a day has been counted")
def _(time: Time) -> None:
    with clock_at(time.later()):
        SWEEP()


@when(parsers.parse("{who} has it counted anew"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, "conformance/measure/", {})
    if story.page.status_code == 302:
        story.open(who, "conformance/")


@then(parsers.parse('the conformance says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, "conformance/")


@then(parsers.parse('the list behind "{metric}" says "{text}"'))
def _(story: Story, time: Time, metric: str, text: str) -> None:
    assert text in opened(story, time, f"conformance/{metric}/")


@then(parsers.parse('the conformance of the project says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"{story.project_path()}conformance/")


@then(parsers.parse('whether it pays says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, "conformance/pays/")


@then(parsers.parse('the managers that {who} sees are "{names}"'))
def _(story: Story, time: Time, who: str, names: str) -> None:
    page = opened(story, time, "conformance/", who)
    part = re.search(r'id="manager".*?</section>', page, re.DOTALL)
    assert part is not None
    assert ", ".join(re.findall(r'<th scope="row">([^<]+)</th>', part[0])) == names
