"""The steps of promising, simulating and comparing."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from office.forecasts.conftest import plan
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.models import ReferenceClass
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("know_how_likely.feature")
YEAR = 2026


def day(words: str) -> str:
    return datetime.strptime(f"{words} {YEAR}", "%d %B %Y").date().isoformat()


def page(story: Story, time: Time, place: str) -> str:
    return unescape(opened(story, time, f"{story.project_path()}{place}", "Mira"))


def sent(words: str) -> dict[str, str]:
    return {"kind": "finish", "day": day(words), "promised_on": date(YEAR, 3, 4).isoformat()}


@given("the project has a plan that ends on 27 March")
def _(story: Story, time: Time) -> None:
    with clock_at(time.later()):
        record_plan(Project.objects.get(), by=None, schedule=plan(), source_format="csv")


@given(parsers.parse('Elowen has a class "{name}" of 10 projects that took 10 to 100 per cent more'))
def _(story: Story, time: Time, name: str) -> None:
    with clock_at(time.later()):
        found = actions.make_class(story.organisation(), by=None, name=name, subject="duration")
        rows = [
            {"name": f"{name} {each}", "estimate": Decimal(100), "actual": Decimal(100 + 10 * each)}
            for each in range(1, 11)
        ]
        actions.put_cases(found, by=None, rows=rows)


@when(parsers.parse("Mira promises the finish for {words}"))
def _(story: Story, time: Time, words: str) -> None:
    post(story, time, "Mira", f"{story.project_path()}targets/", sent(words))


@when(parsers.parse("Mira moves T-1 to {words}"))
def _(story: Story, time: Time, words: str) -> None:
    post(story, time, "Mira", f"{story.project_path()}targets/1/edit/", sent(words))


@when(parsers.parse("Mira says that everything takes {low:d} to {high:d} per cent"))
def _(story: Story, time: Time, low: int, high: int) -> None:
    fields = {"rules-TOTAL_FORMS": 1, "rules-INITIAL_FORMS": 0, "rules-0-low": low, "rules-0-high": high}
    post(story, time, "Mira", f"{story.project_path()}forecast/rules/", fields)


@when(parsers.parse("Mira runs {iterations:d} iterations"))
def _(story: Story, time: Time, iterations: int) -> None:
    fields = {"iterations": iterations, "seed": 1}
    post(story, time, "Mira", f"{story.project_path()}forecast/", fields)


@when(parsers.parse('Mira compares the project with "{name}"'))
def _(story: Story, time: Time, name: str) -> None:
    against = f"own:{ReferenceClass.objects.get(name=name).pk}"
    fields = {"subject": "duration", "duration-against": against, "duration-because": "It is one of them."}
    post(story, time, "Mira", f"{story.project_path()}outside-view/", fields)


@then(parsers.parse('the card of T-1 says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in page(story, time, "targets/")


@then(parsers.parse('the history of T-1 says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in page(story, time, "targets/1/edit/")
