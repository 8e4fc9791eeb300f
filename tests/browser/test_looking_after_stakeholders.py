"""In a browser: a project manager enters somebody, logs a contact, and sees the grid; without script as well."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_name_to_a_contact_and_out_again(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    register = f"/o/{office.organisation.slug}/projects/{project.pk}/stakeholders/"

    desk = opened(person=office.people[Role.PROJECT_MANAGER])
    desk.goto(register)
    form = desk.locator("#add form")
    form.locator("[name=name]").fill("Harbour master")
    form.locator("[name=power]").select_option("5")
    form.locator("[name=interest]").select_option("4")
    form.get_by_role("button", name="Add to the register").click()
    expect(desk.get_by_text("Harbour master is in the register as S-3.")).to_be_visible()
    expect(desk.get_by_role("img", name="Power and interest of 3 stakeholders")).to_be_visible()

    desk.locator("#register [name=engagement]").select_option("resistant")
    expect(desk.locator("#list").get_by_role("link", name="Anglers of the quay")).to_be_visible()
    expect(desk.locator("#list").get_by_role("link", name="Harbour master")).to_have_count(0)

    plain = opened(person=office.people[Role.PROJECT_MANAGER], width=390, java_script_enabled=False)
    plain.goto(register)
    plain.locator("#list").get_by_role("link", name="Harbour master").click()
    plain.locator("[name=note]").fill("He wants the slipway open at high water.")
    plain.get_by_role("button", name="Log the contact").click()
    expect(plain.get_by_text("He wants the slipway open at high water.")).to_be_visible()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
    plain.get_by_role("link", name="Remove").click()
    plain.locator("[name=because]").fill("The slipway is not ours.")
    plain.get_by_role("button", name="Remove them").click()
    expect(plain.get_by_text("Harbour master is out of the register")).to_be_visible()

    desk.goto(f"{register}communication/")
    desk.get_by_role("link", name="Record").click()
    desk.get_by_role("button", name="Record it").click()
    expect(desk.get_by_text("Recorded: held")).to_be_visible()
    assert not complaints(desk)
