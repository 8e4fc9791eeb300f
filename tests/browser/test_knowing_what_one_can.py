"""On a phone, without a mouse where it matters: say levels, ask for another's word, see the gap and the class."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from browser.test_every_page import barriers
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_ones_own_word_to_another_and_to_the_class(office: Office, opened: Opened) -> None:
    start = f"/o/{office.organisation.slug}/people/competence/"
    manager, staff = office.people[Role.PROJECT_MANAGER], office.people[Role.PMO_STAFF]
    phone = opened(width=390, theme="dark", person=manager)
    phone.goto(start)
    phone.get_by_role("link", name="Say levels of several").click()
    phone.get_by_label("Quality: level").select_option("2")
    phone.get_by_label("Strategy: level").select_option("3")
    phone.get_by_role("button", name="Keep them").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("All of it is kept beside what was said before.")).to_be_visible()

    expect(phone.locator(".level-bars").get_by_text("2, asked 3")).to_be_visible()
    expect(phone.locator(".radar")).to_be_hidden()
    phone.get_by_label("Whom").select_option(label=staff.name)
    phone.get_by_role("button", name="Ask them").click()
    expect(phone.get_by_text(f"{staff.name} is told, and you are once they have answered.")).to_be_visible()
    expect(phone.get_by_text("It does not suffice for a small project yet.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    desk = opened(person=staff, java_script_enabled=False)
    desk.goto(f"{start}{manager.pk}/all/")
    desk.get_by_label("Quality: level").select_option("3")
    desk.get_by_role("button", name="Keep them").click()
    expect(desk.get_by_text("All of it is kept beside what was said before.")).to_be_visible()
    expect(desk.locator(".radar")).to_be_visible()

    phone.reload()
    expect(phone.locator(".level-bars").get_by_text("2, asked 3")).to_be_hidden()
    assert not complaints(phone)


def test_its_pages_are_for_everybody(office: Office, opened: Opened) -> None:
    """Also walked with every other page; here alone, for whoever changes one of them."""
    start = f"/o/{office.organisation.slug}/people/competence/"
    for width, theme in ((1440, "light"), (390, "dark")):
        page = opened(width=width, theme=theme, person=office.people[Role.PMO_MANAGER], bypass_csp=True)
        for place in ("", "all/", "framework/", "asked/", "leaders/", "office/"):
            page.goto(start + place)
            assert not barriers(page), place
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
