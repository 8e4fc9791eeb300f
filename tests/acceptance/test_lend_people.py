"""The steps of asking for people, and of lending them."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.capacity import actions
from plumbline.office.capacity.models import Ability, CapacityRequest, Pool, ResourcePerson
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db
scenarios("lend_people.feature")


def tove() -> ResourcePerson:
    return ResourcePerson.objects.get(name="Tove")


def newest() -> str:
    return f"capacity/requests/{CapacityRequest.objects.latest('pk').pk}/"


@given('Osric answers for the pool "Crew", and the diver Tove is in it')
def _(story: Story, time: Time) -> None:
    with clock_at(time.later()):
        place, by = story.organisation(), Person.objects.get(name="Dagny")
        pool = actions.add_pool(place, by=by, name="Crew", owner=Person.objects.get(name="Osric"))
        role = actions.add_ability(place, by=by, name="Diver")
        actions.add_resource_person(place, by=by, name="Tove", pool=pool, role=role)


@when(parsers.parse('Mira asks the pool "{name}" for {percent:d} % of a diver for this month'))
def _(story: Story, time: Time, name: str, percent: int) -> None:
    month = f"{time.now:%Y-%m}"
    asked = {"pool": Pool.objects.get(name=name).pk, "role": Ability.objects.get().pk, "percent": percent}
    months = {"first_month": month, "last_month": month}
    post(story, time, "Mira", f"{story.project_path()}capacity/", asked | months)
    assert story.page.status_code == 302


@when("Osric approves it with Tove")
def _(story: Story, time: Time) -> None:
    post(story, time, "Osric", newest(), {"go": "approve", "given": tove().pk})


@when("Osric refuses it without a reason")
def _(story: Story, time: Time) -> None:
    post(story, time, "Osric", newest(), {"go": "refuse"})


@when(parsers.parse('Osric refuses it because "{reason}"'))
def _(story: Story, time: Time, reason: str) -> None:
    post(story, time, "Osric", newest(), {"go": "refuse", "reason": reason})


@when(parsers.parse('Osric enters leave of Tove for this week because of "{reason}"'))
def _(story: Story, time: Time, reason: str) -> None:
    monday = time.now.date() - timedelta(days=time.now.weekday())
    given_days = {"first": monday, "last": monday + timedelta(days=6), "percent": 100, "reason": reason}
    post(story, time, "Osric", f"capacity/people/{tove().pk}/leave/", given_days)
    assert story.page.status_code == 302


@then(parsers.parse('{name} is told "{title}"'))
def _(name: str, title: str) -> None:
    told = Notice.objects.filter(person__name=name)
    assert title in [str(each.title) for each in told]


@then(parsers.parse('the page of the request says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, newest(), "Osric"))


@then(parsers.parse('the answer says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in unescape(story.page.content.decode())


@then(parsers.parse('the heat map by person says "{word}" of Tove'))
def _(story: Story, time: Time, word: str) -> None:
    page = unescape(opened(story, time, "capacity/?by=person&per=week", "Dagny"))
    assert "Tove" in page
    assert f">{word}: " in page


@then(parsers.parse('the page of Tove says to {name} "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    assert text in unescape(opened(story, time, f"capacity/people/{tove().pk}/", name))


@then(parsers.parse('the page of Tove does not say to {name} "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    assert text not in unescape(opened(story, time, f"capacity/people/{tove().pk}/", name))
