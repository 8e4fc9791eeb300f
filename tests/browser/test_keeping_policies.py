"""In a browser: a policy is written, approved by another, read on a phone, and the office sees who has read it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_the_first_word_to_the_count_of_readers(office: Office, opened: Opened) -> None:
    there = f"/o/{office.organisation.slug}/policies/"
    writer = opened(person=office.people[Role.PMO_STAFF])
    writer.goto(there)
    write(writer)

    approver = opened(person=office.people[Role.EXECUTIVE], java_script_enabled=False)
    approver.goto(f"{there}?state=waiting")
    approver.get_by_role("link", name="Lights on the quay").click()
    approver.get_by_role("link", name="Read the draft and decide").click()
    approver.get_by_label("Approve and publish it").check()
    approver.get_by_role("button", name="Decide").click()
    expect(approver.get_by_text("Version 1 of “Lights on the quay” is published.")).to_be_visible()

    reader = opened(person=office.people[Role.TEAM_MEMBER], width=390)
    reader.goto(there)
    reader.get_by_role("link", name="1 policy waits for you").click()
    reader.get_by_role("link", name="Lights on the quay").click()
    reader.get_by_role("button", name="I have read it").click()
    expect(reader.get_by_text("It is kept that you have read")).to_be_visible()
    expect(reader.get_by_role("button", name="I have read it")).to_have_count(0)

    writer.goto(there)
    writer.get_by_role("link", name="Lights on the quay").click()
    expect(writer.get_by_text("1 of 2 have read it")).to_be_visible()
    writer.get_by_role("link", name="Who has not read it").click()
    expect(writer.get_by_text("Newcomer of Quay")).to_be_visible()
    assert not complaints(writer)
    assert not complaints(reader)


def test_the_list_is_filtered_as_one_types(office: Office, opened: Opened) -> None:
    tab = opened(person=office.people[Role.PMO_MANAGER])
    tab.goto(f"/o/{office.organisation.slug}/policies/")
    tab.locator("main").get_by_label("Search").fill("lamps")
    expect(tab.get_by_role("link", name="Rules of the quay")).to_have_count(0)
    expect(tab.get_by_role("link", name="Quay lamps")).to_be_visible()
    assert not complaints(tab)


def write(writer: Page) -> None:
    """From the list of policies to a draft that waits for approval."""
    writer.get_by_role("link", name="Write a policy").click()
    writer.get_by_label("Title").fill("Lights on the quay")
    writer.get_by_label("Kind").select_option("procedure")
    writer.get_by_label("Some roles").check()
    writer.get_by_label("Team member").check()
    writer.get_by_label("To be read within").fill("7")
    writer.get_by_label("What it says").fill("## When\n\nFrom dusk on.")
    writer.get_by_role("button", name="Show how it looks").click()
    expect(writer.get_by_role("heading", name="When")).to_be_visible()
    writer.get_by_role("button", name="Begin it").click()
    writer.get_by_role("button", name="Ask for approval").click()
    expect(writer.get_by_text("It waits for approval now.")).to_be_visible()
