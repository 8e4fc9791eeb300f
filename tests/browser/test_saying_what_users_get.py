"""In a browser: a product is said in three levels and measured beyond them; on a phone, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from plumbline.office.products.models import Product
from plumbline.office.projects.models import Project
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_benefit_to_what_is_expected_of_it(office: Office, opened: Opened) -> None:
    home = f"/o/{office.organisation.slug}/"
    project = Project.objects.get(code="QUAY-1")

    desk = opened(person=office.people[Role.PROJECT_MANAGER])
    _say_what_it_is(desk, f"{home}projects/{project.pk}/products/")
    plain = opened(person=office.people[Role.PROJECT_MANAGER], width=390, java_script_enabled=False)
    _measure_and_expect(plain, desk.url)

    product = Product.objects.get(name="Ferry pass")
    plain.goto(f"{home}projects/{project.pk}/products/{product.pk}/")
    mark = plain.get_by_role("link", name="A-1 Live departures, expected")
    expect(mark).to_be_visible()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark.click()
    expect(plain.get_by_role("heading", name="Value over time")).to_be_visible()

    desk.goto(f"{home}products/")
    desk.locator("#id_q").fill("live dep")
    expect(desk.locator("#list").get_by_role("link", name="Ferry pass")).to_be_visible()
    expect(desk.locator("#list").get_by_role("link", name="Quay pass")).to_have_count(0)
    assert complaints(desk) == []


def _say_what_it_is(desk: Page, products: str) -> None:
    desk.goto(products)
    form = desk.locator("#add form")
    form.locator("[name=name]").fill("Ferry pass")
    form.locator("[name=core_benefit]").fill("Across the water without thinking of tickets")
    form.get_by_role("button", name="Add the product").click()
    expect(desk.get_by_text("Ferry pass is added.")).to_be_visible()

    desk.get_by_role("link", name="Add an augmentation").first.click()
    for name, words in (("name", "Live departures"), ("user_group", "Commuters"), ("measure", "Minutes waited")):
        desk.locator(f"[name={name}]").fill(words)
    for name, figure in (("cost_once", "5000"), ("baseline", "9"), ("target", "4")):
        desk.locator(f"[name={name}]").fill(figure)
    desk.get_by_role("button", name="Add the augmentation").click()
    expect(desk.get_by_text("Not measured yet")).to_be_visible()
    assert complaints(desk) == []


def _measure_and_expect(plain: Page, augmentation: str) -> None:
    plain.goto(augmentation)
    plain.locator("[name=value]").fill("6.5")
    plain.get_by_role("button", name="Record it").click()
    expect(plain.get_by_text("50 % of the way to 4")).to_be_visible()
    plain.locator("[name=reason]").fill("They complain when it is down.")
    plain.get_by_role("button", name="Mark as expected").click()
    expect(plain.get_by_text("They complain when it is down.")).to_be_visible()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
