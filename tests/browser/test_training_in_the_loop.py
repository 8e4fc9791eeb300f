"""In a browser, on a telephone, by keyboard: people are found by typing, and a seat is taken."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.academy.models import Assignment
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.teaching.models import LiveSession
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_people_to_ask_are_found_by_typing(office: Office, opened: Opened, java_script_enabled: bool) -> None:
    guest = office.people[Role.TEAM_MEMBER]
    page = opened(person=office.people[Role.PMO_MANAGER], width=390, java_script_enabled=java_script_enabled)
    page.goto(f"/o/{office.organisation.slug}/learning/assign/?course=constraints")
    box = page.get_by_role("checkbox", name=guest.name)
    if java_script_enabled:
        search = page.get_by_role("searchbox", name="Find in people")
        search.focus()
        page.keyboard.type("team mem")
        expect(page.get_by_role("checkbox", name="Executive of Quay")).to_be_hidden()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{page.url.partition('/learning/')[0]}/learning/assign/?course=constraints")
    box.focus()
    page.keyboard.press("Space")
    if java_script_enabled:
        expect(page.get_by_text("1 ticked")).to_be_visible()
        search.focus()
        page.keyboard.press("Escape")
        expect(page.get_by_role("checkbox", name="Executive of Quay")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Ask it of them").click()
    expect(page.get_by_text("1 person is asked")).to_be_visible()
    assert Assignment.objects.filter(person=guest, course="constraints").exists()
    assert not complaints(page)


def test_from_a_planned_session_to_a_seat(office: Office, opened: Opened) -> None:
    there = f"/o/{office.organisation.slug}/learning/sessions/"
    page = opened(person=office.people[Role.PMO_MANAGER], width=390)
    page.goto(f"{there}add/")
    page.get_by_label("Title").fill("Quay walls, live")
    page.get_by_label("Day").fill(f"{today(office.organisation) + timedelta(days=8)}")
    page.get_by_label("Place").fill("Quay 4")
    page.get_by_role("button", name="Plan it").click()
    expect(page.get_by_role("heading", name="Quay walls, live")).to_be_visible()
    learner = opened(person=office.people[Role.PROJECT_MANAGER], width=390)
    learner.goto(there)
    learner.get_by_role("link", name="Quay walls, live").focus()
    learner.keyboard.press("Enter")
    learner.get_by_role("button", name="Register").focus()
    learner.keyboard.press("Enter")
    expect(learner.get_by_text("You have a seat", exact=True)).to_be_visible()
    assert learner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert LiveSession.objects.get(title="Quay walls, live").registrations.count() == 1
    assert not complaints(page)
    assert not complaints(learner)
