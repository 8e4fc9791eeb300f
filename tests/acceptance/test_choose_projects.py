"""The steps of choosing projects."""

from __future__ import annotations

import re
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.choosing.models import Approval, Candidate, Scenario
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.worker import run_waiting_tasks

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("choose_projects.feature")


def address() -> str:
    return f"scenarios/{Scenario.objects.get().pk}/"


def named(name: str) -> Candidate:
    return Candidate.objects.get(name=name)


@given(parsers.parse('Elowen makes up the scenario "{name}" with a budget of {budget:d}'))
def _(story: Story, time: Time, name: str, budget: int) -> None:
    post(story, time, "Elowen", "scenarios/add/", {"name": name, "basis": "value", "periods": "2027", "budget": budget})


@given("it chooses from")
def _(story: Story, time: Time, datatable: list[list[str]]) -> None:
    for name, cost, value in datatable[1:]:
        fields = {"name": name, "cost": cost, "value": value, "earliest": 1}
        post(story, time, "Elowen", f"{address()}candidates/add/", fields)


@given(parsers.parse('"{one}" needs "{other}", and "{third}" excludes "{fourth}"'))
def _(story: Story, time: Time, one: str, other: str, third: str, fourth: str) -> None:
    for name, kind, tied in ((one, "needs", other), (third, "excludes", fourth)):
        each = named(name)
        fields = {"name": name, "cost": each.cost[0], "value": each.value, "earliest": 1, kind: named(tied).pk}
        post(story, time, "Elowen", f"scenarios/candidates/{each.pk}/", fields)


@when("Elowen has it calculated")
def _(story: Story, time: Time) -> None:
    post(story, time, "Elowen", f"{address()}select/", {})
    with clock_at(time.later()):
        run_waiting_tasks()


@when("Osric makes it the plan of record")
def _(story: Story, time: Time) -> None:
    post(story, time, "Osric", f"{address()}approve/", {"how": "calculated"})


@when(parsers.parse('Elowen takes "{name}" out of the scenario'))
def _(story: Story, time: Time, name: str) -> None:
    post(story, time, "Elowen", f"scenarios/candidates/{named(name).pk}/remove/", {})


@then(parsers.parse('"{names}" are in, worth {value:d}, and none is better'))
def _(story: Story, time: Time, names: str, value: int) -> None:
    page = unescape(opened(story, time, address(), "Osric"))
    rows = [each for each in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if re.search(r">\s*In\s*</", each)]
    chosen = {found[1] for each in rows if (found := re.search(r'<th scope="row">(\w+)<', each))}
    assert chosen == set(re.split(r", | and ", names))
    assert f"{value}" in page
    assert "none is better" in page


@then(parsers.parse('"{name}" is told "{sentence}"'))
def _(story: Story, time: Time, name: str, sentence: str) -> None:
    page = unescape(opened(story, time, address(), "Osric"))
    row = next(each for each in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if f'<th scope="row">{name}<' in each)
    assert sentence in row


@then(parsers.parse('the plan of record has "{name}" in it'))
def _(story: Story, time: Time, name: str) -> None:
    page = opened(story, time, f"scenarios/record/{Approval.objects.get().pk}/", "Osric")
    assert f'<th scope="row">{name}' in page
    assert not Candidate.objects.filter(name=name).exists()


@then("it is readable for Ivo")
def _(story: Story, time: Time) -> None:
    assert "It counts now" in opened(story, time, "scenarios/record/", "Ivo")


@then("Elowen is not offered to make it the plan of record")
def _(story: Story, time: Time) -> None:
    assert "Make it the plan of record" not in opened(story, time, address(), "Elowen")
    assert story.open("Elowen", f"{address()}approve/").status_code == 403
