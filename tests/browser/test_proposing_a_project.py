"""In a browser: somebody proposes a project on a phone, the office judges it, and it becomes a project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"intake-{name}.png", full_page=True)


def fill(tab: Page, **fields: str) -> None:
    for name, text in fields.items():
        tab.locator(f"main [name={name}]").fill(text)


def propose(tab: Page, home: str) -> str:
    """On a phone, left in the middle; the address of the request."""
    tab.goto(f"{home}/requests/new/")
    fill(tab, title="Benches on the mole", what="Ten benches.", why="People stand.")
    photograph(tab, "step-phone")
    tab.get_by_role("button", name="Save and go on").click()
    fill(tab, whom="Those who wait for the boat.")
    tab.get_by_role("button", name="Save and leave").click()
    tab.get_by_role("link", name="Benches on the mole").click()
    tab.get_by_role("link", name="Go on writing").click()
    expect(tab.locator("[name=what]")).to_have_value("Ten benches.")
    tab.get_by_role("button", name="Save and go on").click()
    expect(tab.locator("[name=whom]")).to_have_value("Those who wait for the boat.")
    tab.get_by_role("button", name="Save and go on").click()
    tab.locator("[name=size]").select_option("small")
    tab.get_by_role("button", name="Save and go on").click()
    fill(tab, otherwise="They go on standing.")
    tab.get_by_role("button", name="Save and go on").click()
    photograph(tab, "summary-phone")
    tab.get_by_role("button", name="Submit it").click()
    expect(tab.get_by_text("Somebody of the PMO looks at it")).to_be_visible()
    return tab.url


def screen(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_role("link", name="Screen it").click()
    for each in tab.get_by_role("radio", name="Yes").all():
        each.check()
    tab.get_by_role("button", name="Record the answers").click()
    photograph(tab, "screen")
    tab.get_by_role("button", name="On to scoring").click()


def score(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_role("link", name="Score it").click()
    for level in ("Clear", "Somewhat more", "Money or good will", "Good: Others"):
        tab.get_by_role("radio", name=level).check()
    photograph(tab, "score")
    tab.get_by_role("button", name="Give this score").click()


def test_from_a_wish_on_a_phone_to_a_project(office: Office, opened: Opened) -> None:
    home = f"/o/{office.organisation.slug}"
    author = opened(person=office.people[Role.TEAM_MEMBER], width=390)
    address = propose(author, home)

    staff = opened(person=office.people[Role.PMO_STAFF])
    screen(staff, address)
    score(staff, address)
    expect(staff.get_by_text("from 1 person")).to_be_visible()

    executive = opened(person=office.people[Role.EXECUTIVE])
    score(executive, address)
    expect(executive.get_by_text("from 2 people")).to_be_visible()
    photograph(executive, "scores")
    executive.goto(f"{home}/requests/ranking/")
    expect(executive.get_by_role("link", name="Benches on the mole")).to_be_visible()
    photograph(executive, "ranking")

    manager = opened(person=office.people[Role.PMO_MANAGER], java_script_enabled=False)
    manager.goto(address)
    manager.get_by_role("link", name="Make it a project").click()
    fill(manager, code="MOLE-1")
    manager.locator("[name=portfolio]").select_option(label="Quays")
    photograph(manager, "accept")
    manager.get_by_role("button", name="Make it a project").click()
    manager.goto(f"{home}/requests/?show=closed")
    photograph(manager, "decided")

    author.goto(address)
    photograph(author, "request-phone")
    author.get_by_role("link", name="MOLE-1 Benches on the mole").click()
    expect(author.get_by_role("link", name="From the request")).to_be_visible()
    for each in (author, staff, executive):
        assert not complaints(each)
