"""The steps of assessing maturity."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.sweeps import run_sweeps
from plumbline.office.mandate.models import RoadmapItem
from plumbline.office.maturity.model_files import model_of
from plumbline.office.maturity.models import Result, Round
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("assess_maturity.feature")


def send(story: Story, who: str, path: str, **fields: object) -> None:
    address = f"/o/{story.organisation().slug}/maturity/{path}"
    story.page = story.clients[who].post(address, fields, follow=True)


def the_round() -> str:
    return f"rounds/{Round.objects.get().pk}/"


def reads(story: Story, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@given('Elowen has begun the round "Spring" with Dagny, Ivo and Osric')
def _(story: Story) -> None:
    people = {each.name: each.pk for each in Person.objects.all()}
    send(
        story,
        "Elowen",
        "rounds/begin/",
        title="Spring",
        lead=people["Elowen"],
        assessors=[people[each] for each in ("Dagny", "Ivo", "Osric")],
        period_from="2025-03-01",
        period_to="2026-03-01",
        due_on="2026-03-25",
    )
    assert Round.objects.count() == 1


@then(parsers.parse('Osric is told in the inbox "{text}"'))
def _(story: Story, text: str) -> None:
    story.open("Osric", "inbox/")
    reads(story, text)


@when(parsers.re(r'Osric says that "(?P<attribute>[^"]+)" is met because "(?P<why>[^"]*)"'))
def _(story: Story, attribute: str, why: str) -> None:
    perspective = attribute.partition("-")[0]
    fields = {f"{attribute}-value": "met", f"{attribute}-comment": why, "do": "stay"}
    send(story, "Osric", f"{the_round()}answer/{perspective}/", **fields)


@then(parsers.parse('Osric reads "{text}" among the answers on "{perspective}"'))
def _(story: Story, text: str, perspective: str) -> None:
    story.open("Osric", f"maturity/{the_round()}answer/{perspective}/")
    reads(story, text)


@then(parsers.re(r'Osric reads "(?P<text>[^"]+)"$'))
def _(story: Story, text: str) -> None:
    reads(story, text)


@given(parsers.parse("Dagny, Ivo and Osric find the levels {one:d}, {two:d} and {three:d}"))
def _(story: Story, one: int, two: int, three: int) -> None:
    find(story, {"Dagny": one, "Ivo": two, "Osric": three})


@given(parsers.parse("Dagny and Ivo find the levels {one:d} and {two:d}"))
def _(story: Story, one: int, two: int) -> None:
    find(story, {"Dagny": one, "Ivo": two})


def find(story: Story, views: dict[str, int]) -> None:
    for who, level in views.items():
        for perspective in model_of().perspectives:
            fields = {}
            for each in perspective.attributes:
                fields[f"{each.key}-value"] = "met" if each.level <= level else "not_met"
                fields[f"{each.key}-comment"] = "As I see it."
            send(story, who, f"{the_round()}answer/{perspective.key}/", **fields)


@when(parsers.parse('Elowen sets "{attribute}" as not met because "{why}"'))
def _(story: Story, attribute: str, why: str) -> None:
    perspective = attribute.partition("-")[0]
    send(story, "Elowen", f"{the_round()}agree/{perspective}/", attribute=attribute, value="not_met", reason=why)


@when("Elowen closes the round")
def _(story: Story) -> None:
    send(story, "Elowen", f"{the_round()}close/", note="")


@then(parsers.parse('Osric reads on the round "{text}"'))
def _(story: Story, text: str) -> None:
    story.open("Osric", f"maturity/{the_round()}")
    reads(story, text)
    assert "Ivo" not in story.page.content.decode()


@then(parsers.parse("the overall level is {level:d}"))
def _(level: int) -> None:
    assert Result.objects.get().overall == level


@when(parsers.parse('Dagny puts "{attribute}" on the roadmap'))
def _(story: Story, attribute: str) -> None:
    send(story, "Dagny", f"steps/{attribute}/add/")


@then(parsers.parse('Dagny reads on the overview "{text}"'))
def _(story: Story, text: str) -> None:
    story.open("Dagny", "maturity/")
    reads(story, text)


@then(parsers.parse('the roadmap of the office has "{title}"'))
def _(title: str) -> None:
    assert RoadmapItem.objects.get().title == title


@then(parsers.parse('Osric goes on at "{attribute}"'))
def _(story: Story, attribute: str) -> None:
    assert story.open("Osric", f"maturity/{the_round()}answer/")["Location"].endswith(f"#{attribute}")


@when(parsers.re(r"the office looks (?P<days>\d+ days before|on) the day of the round"))
def _(days: str) -> None:
    before = int(days.partition(" ")[0]) if days != "on" else 0
    with clock_at(datetime.combine(Round.objects.get().due_on - timedelta(days=before), time(12), UTC)):
        run_sweeps()


@then(parsers.parse('Elowen reads among the views on "{perspective}" "{text}"'))
def _(story: Story, perspective: str, text: str) -> None:
    story.open("Elowen", f"maturity/{the_round()}agree/{perspective}/")
    reads(story, text)
