"""In a browser: to a project and to a deed with the keyboard alone; what the inbox says is read and taken back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from plumbline.office.search.actions import index_all
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def home(office: Office) -> str:
    index_all()
    return f"/o/{office.organisation.slug}/"


def photograph(tab: Page, name: str, *, full: bool = False) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"inbox-{name}.png", full_page=full)


def assert_accessible(tab: Page, within: str) -> None:
    """Comes last on a page: the checker itself breaks the content security policy."""
    found = Axe().run(tab, context=within)
    assert not found.response["violations"], found.generate_report()


def test_the_keyboard_leads_to_a_project_and_to_a_deed(office: Office, opened: Opened, home: str) -> None:
    tab = opened(person=office.people[Role.PROJECT_MANAGER])
    tab.goto(f"{home}standards/")
    tab.goto(home)
    tab.keyboard.press("Control+k")
    palette = tab.get_by_role("dialog", name="Search and actions")
    field = palette.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(palette.get_by_role("option", name="Standards · Harbour Works")).to_be_visible()
    photograph(tab, "palette-empty")
    field.fill("crossing")
    expect(palette.get_by_role("option", name="QUAY-1 Quay crossing New quays")).to_be_visible()
    expect(palette.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    photograph(tab, "palette")
    tab.keyboard.press("ArrowDown")
    expect(palette.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1, name="Quay crossing")).to_be_visible()

    tab.keyboard.press("/")
    palette.get_by_role("combobox").fill("upload a plan")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/upload/")
    assert not complaints(tab)
    tab.keyboard.press("Control+k")
    expect(palette.get_by_role("option", name="Search on a page")).to_be_visible()
    assert_accessible(tab, "#palette")


def test_escape_closes_it_and_one_is_where_one_was(office: Office, opened: Opened, home: str) -> None:
    tab = opened(person=office.people[Role.GUEST], width=390)
    tab.goto(home)
    button = tab.get_by_role("link", name="Search")
    button.focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("combobox", name="Search, or name what you want to do")).to_be_focused()
    photograph(tab, "palette-phone")
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert not complaints(tab)


def test_a_page_is_pinned_from_the_palette(office: Office, opened: Opened, home: str) -> None:
    tab = opened(person=office.people[Role.PMO_MANAGER])
    tab.goto(f"{home}policies/")
    tab.keyboard.press("Control+k")
    tab.get_by_role("button", name="Pin this page").click()
    expect(tab.get_by_text("This page is pinned")).to_be_visible()
    tab.goto(f"{home}search/")
    expect(tab.locator("main").get_by_role("link", name="Policies · Harbour Works")).to_be_visible()
    photograph(tab, "search-empty")
    tab.get_by_role("button", name="Unpin").click()
    expect(tab.get_by_text("Nothing is pinned yet.")).to_be_visible()
    assert not complaints(tab)


def test_without_script_the_button_is_a_link_to_the_search_page(office: Office, opened: Opened, home: str) -> None:
    tab = opened(person=office.people[Role.TEAM_MEMBER], java_script_enabled=False, theme="dark", width=820)
    tab.goto(home)
    tab.get_by_role("link", name="Search").click()
    tab.get_by_label("Words").fill("quay")
    tab.get_by_role("button", name="Apply").click()
    expect(tab.get_by_role("heading", name="Projects")).to_be_visible()
    photograph(tab, "search-dark-820", full=True)


def test_the_inbox_is_read_muted_and_taken_back(office: Office, opened: Opened, home: str) -> None:
    tab = opened(person=office.people[Role.PMO_MANAGER], width=390)
    tab.goto(home)
    photograph(tab, "masthead-phone")
    tab.get_by_role("link", name="Inbox").click()
    expect(tab.get_by_role("link", name="The report of the quay is late")).to_be_visible()
    photograph(tab, "phone", full=True)
    unread = tab.locator(".unread-count").inner_text()
    tab.get_by_role("button", name="Mark all as read").click()
    expect(tab.locator(".unread-count")).to_have_count(0)
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".unread-count")).to_have_text(unread)
    tab.set_viewport_size({"width": 1440, "height": 900})
    photograph(tab, "desk", full=True)
    tab.get_by_role("button", name="Mute QUAY-1 Quay crossing").first.click()
    expect(tab.get_by_role("heading", name="Muted")).to_be_visible()
    photograph(tab, "preferences", full=True)
    tab.get_by_role("button", name="Unmute").click()
    expect(tab.get_by_text("Nothing is muted.")).to_be_visible()
    assert not complaints(tab)
    assert_accessible(tab, "main")
    tab.goto(f"{home}inbox/")
    assert_accessible(tab, "main")
