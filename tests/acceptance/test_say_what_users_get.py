"""The steps of saying what users get."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.people.roles import Role
from plumbline.office.products.models import Augmentation, Product

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("say_what_users_get.feature")
OFFER = {"kind": "service", "raises": "value", "years": 5}


def products(story: Story) -> str:
    return f"{story.project_path()}products/"


def page_of(story: Story, name: str) -> str:
    if found := Product.objects.filter(name=name).first():
        return f"{products(story)}{found.pk}/"
    return f"{story.project_path()}augmentations/{Augmentation.objects.get(name=name).pk}/"


def send(story: Story, time: Time, where: str, **fields: Any) -> None:
    post(story, time, "Mira", where, fields)


def measured_by(story: Story, time: Time, name: str, **measure: Any) -> None:
    found = Augmentation.objects.get(name=name)
    kept = ("name", "user_group", "cost_once", "cost_per_year")
    given = OFFER | {each: getattr(found, each) for each in kept} | measure
    send(story, time, f"{page_of(story, name)}edit/", **given)


@given("Lior is a team member and Gwen is a guest")
def _(story: Story) -> None:
    story.enrol("Lior", Role.TEAM_MEMBER)
    story.enrol("Gwen", Role.GUEST)


@when(parsers.parse('Mira adds the product "{name}" whose core benefit is "{benefit}"'))
def _(story: Story, time: Time, name: str, benefit: str) -> None:
    send(story, time, products(story), name=name, core_benefit=benefit, features="Works at every pier\nOn paper too")


@when(parsers.parse('Mira says that it is made of the deliverable "{name}"'))
def _(story: Story, time: Time, name: str) -> None:
    made = Deliverable.objects.create(project=story.projects["Quay crossing"], number=1, name=name)
    found = Product.objects.get()
    said = {"name": found.name, "core_benefit": found.core_benefit, "features": found.features}
    send(story, time, f"{page_of(story, found.name)}edit/", **said, deliverables=made.pk)


@when(parsers.parse('Mira offers "{name}" to "{group}" beyond it, for {once:d} once and {yearly:d} a year'))
def _(story: Story, time: Time, name: str, group: str, once: int, yearly: int) -> None:
    there = f"{page_of(story, Product.objects.get().name)}augment/"
    send(story, time, there, **OFFER, name=name, user_group=group, cost_once=once, cost_per_year=yearly)


@when(parsers.parse('Mira measures "{name}" by "{measure}", from {baseline:d} to {target:d}'))
def _(story: Story, time: Time, name: str, measure: str, baseline: int, target: int) -> None:
    measured_by(story, time, name, measure=measure, unit="min", baseline=baseline, target=target)


@when(parsers.parse('Mira measures "{name}" by money saved in a year, from {baseline:d} to {target:d}'))
def _(story: Story, time: Time, name: str, baseline: int, target: int) -> None:
    measured_by(story, time, name, measure="Money saved", is_money="on", baseline=baseline, target=target)


@when(parsers.parse('Mira records {value} for "{name}"'))
def _(story: Story, time: Time, value: str, name: str) -> None:
    send(story, time, f"{page_of(story, name)}measure/", value=value)


@when(parsers.parse('Mira marks "{name}" as expected without saying by what it is known'))
def _(story: Story, time: Time, name: str) -> None:
    send(story, time, f"{page_of(story, name)}level/", level="expected", reason=" ")


@when(parsers.parse('Mira marks "{name}" as expected because "{reason}"'))
def _(story: Story, time: Time, name: str, reason: str) -> None:
    send(story, time, f"{page_of(story, name)}level/", level="expected", reason=reason)


@when(parsers.parse('Mira changes its core benefit to "{benefit}"'))
def _(story: Story, time: Time, benefit: str) -> None:
    found = Product.objects.get()
    send(story, time, f"{page_of(story, found.name)}edit/", name=found.name, core_benefit=benefit)


@when(parsers.parse('Mira withdraws "{name}" because "{reason}"'))
def _(story: Story, time: Time, name: str, reason: str) -> None:
    send(story, time, f"{page_of(story, name)}withdraw/", because=reason)


@then(parsers.parse('the page of "{name}" says "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    assert text in unescape(opened(story, time, page_of(story, name), "Mira"))


@then(parsers.parse('the picture shows "{title}" and leads to its page'))
def _(story: Story, time: Time, title: str) -> None:
    page = unescape(opened(story, time, page_of(story, "Ferry pass"), "Osric"))
    found = Augmentation.objects.get(name=title.partition(" ")[2].partition(",")[0])
    there = f"/o/{story.organisation().slug}/{page_of(story, found.name)}"
    assert f'<a href="{there}" aria-label="{title}">' in page


@then(parsers.parse("the products of the organisation show {expected:d} of {total:d} expected"))
def _(story: Story, time: Time, expected: int, total: int) -> None:
    page = opened(story, time, "products/", "Osric")
    assert f'data-label="Beyond it">{total}<' in page
    assert f'data-label="Expected by now">{expected}<' in page


@then(parsers.parse('nothing can be offered beyond "{name}" any more'))
def _(story: Story, time: Time, name: str) -> None:
    there = page_of(story, name)
    assert "Add an augmentation" not in opened(story, time, there, "Mira")
    offer = {"name": "Late", "user_group": "Nobody", "cost_once": 0, "cost_per_year": 0}
    send(story, time, f"{there}augment/", **OFFER, **offer)
    assert "The product is withdrawn." in story.page.content.decode()
    assert not Augmentation.objects.exists()


@then(parsers.parse('Lior reads of "{name}" and cannot change it'))
def _(story: Story, time: Time, name: str) -> None:
    there = page_of(story, name)
    page = opened(story, time, there, "Lior")
    assert name in page
    assert "Withdraw" not in page
    post(story, time, "Lior", f"{there}withdraw/", {"because": "I do not like it."})
    assert story.page.status_code == 403
    assert Product.objects.get().withdrawn_at is None


@then("Gwen may not read of products")
def _(story: Story) -> None:
    assert story.open("Gwen", products(story)).status_code == 403
