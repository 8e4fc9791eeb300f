"""The steps of recording iterations."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("burn_up.feature")
FIRST = date(2026, 1, 2)


def page(story: Story, time: Time, place: str = "") -> str:
    return unescape(opened(story, time, f"{story.project_path()}iterations/{place}", "Mira"))


def numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r"\d+", text)]


@when(parsers.re(r"Mira records iterations of (?P<points>[\d, and]+) points of a scope of (?P<scope>[\d, and]+)"))
def _(story: Story, time: Time, points: str, scope: str) -> None:
    scopes = numbers(scope)
    for at, accepted in enumerate(numbers(points)):
        there = page(story, time).count("Correct<")
        wanted = scopes[at] if at < len(scopes) else scopes[-1]
        ends_on = FIRST + timedelta(days=14 * there)
        given = {"ends_on": ends_on.isoformat(), "scope": wanted, "accepted": accepted}
        post(story, time, "Mira", f"{story.project_path()}iterations/", given)


@when(parsers.parse("Mira corrects iteration {number:d} to {accepted:d} points"))
def _(story: Story, time: Time, number: int, accepted: int) -> None:
    given = {"ends_on": FIRST.isoformat(), "scope": 100, "accepted": accepted}
    post(story, time, "Mira", f"{story.project_path()}iterations/{number}/edit/", given)


@then(parsers.parse('the burn-up says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in page(story, time)


@then(parsers.parse("the burn-up gives {count:d} more iterations for every chance"))
def _(story: Story, time: Time, count: int) -> None:
    rows = re.findall(r'<th scope="row">(\d+) %</th>.*?<td class="number">(\d+|–)</td>', page(story, time), re.DOTALL)
    assert rows == [(chance, str(count)) for chance in ("50", "80", "90")]


@then(parsers.parse("the history of iteration {number:d} has both {one:d} and {other:d}"))
def _(story: Story, time: Time, number: int, one: int, other: int) -> None:
    accepted = re.findall(r'data-label="Accepted">(\d+)<', page(story, time, f"{number}/edit/"))
    assert sorted(map(int, accepted)) == sorted([one, other])
